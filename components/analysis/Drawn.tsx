"use client";

import dynamic from "next/dynamic";

/** The charts' library weighs more than the rest of the page: it comes after it, and only here. */
const Nothing = () => null;

export const YearBars = dynamic(() => import("./bars").then((bars) => bars.YearBars), {
  ssr: false,
  loading: Nothing,
});
export const SpreadBars = dynamic(() => import("./bars").then((bars) => bars.SpreadBars), {
  ssr: false,
  loading: Nothing,
});
