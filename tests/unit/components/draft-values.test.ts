import { describe, expect, it } from "vitest";
import { differingFields, mergedForm } from "@/components/forms/section/conflict-fields";
import {
  valueAt,
  withoutRow,
  withRow,
  withRowMoved,
  withValue,
} from "@/components/forms/section/draft-values";

const form = {
  name: "A",
  contacts: [
    { name: "X", email: null },
    { name: "Y", email: null },
  ],
};

describe("the values of a form", () => {
  it("are read and changed by path, leaving the form before as it was", () => {
    const next = withValue(form, ["contacts", 1, "email"], "y@exemple.fr");
    expect(valueAt(next, ["contacts", 1, "email"])).toBe("y@exemple.fr");
    expect(valueAt(form, ["contacts", 1, "email"])).toBeNull();
    expect(valueAt(form, ["contacts", 7, "email"])).toBeUndefined();
    expect(withValue({}, ["contacts", 0, "name"], "Z")).toEqual({ contacts: [{ name: "Z" }] });
  });

  it("gain, lose and move rows, never out of bounds", () => {
    expect(withRow(form, ["contacts"], { name: "Z" })).toMatchObject({ contacts: { length: 3 } });
    expect(withoutRow(form, ["contacts"], 0)).toEqual({ name: "A", contacts: [{ name: "Y", email: null }] });
    expect(withRowMoved(form, ["contacts"], 0, 1)).toMatchObject({
      contacts: [{ name: "Y" }, { name: "X" }],
    });
    expect(withRowMoved(form, ["contacts"], 0, -1)).toBe(form);
    expect(withRowMoved(form, ["contacts"], 5, 0)).toBe(form);
  });
});

describe("two versions of a form", () => {
  it("differ field by field, and nothing typed is nothing known", () => {
    const theirs = {
      name: "A",
      contacts: [
        { name: "X", email: "" },
        { name: "W", email: null },
      ],
      siret: null,
    };
    expect(differingFields(form, theirs)).toEqual([["contacts", 1, "name"]]);
    expect(differingFields({ n: "3" }, { n: 3 })).toEqual([]);
  });

  it("differ by a whole list where rows came or went", () => {
    expect(differingFields(form, { ...form, contacts: [] })).toEqual([["contacts"]]);
  });

  it("merge by choice", () => {
    const theirs = {
      name: "B",
      contacts: [
        { name: "X", email: null },
        { name: "W", email: null },
      ],
    };
    expect(mergedForm(form, theirs, [["contacts", 1, "name"]])).toEqual({
      name: "A",
      contacts: theirs.contacts,
    });
    expect(mergedForm(form, theirs, differingFields(form, theirs))).toEqual(theirs);
  });
});
