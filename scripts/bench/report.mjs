import os from "node:os";

/**
 * @typedef {object} Row
 * @property {string} group @property {string} what @property {number} value @property {string} unit
 * @property {number} [aim] @property {"more" | "less"} [better] @property {string} [note] @property {number} [digits]
 */

/** A Markdown table, each measure beside its aim. @param {Row[]} rows */
export function report(rows) {
  const machine = `${os.cpus().length} cœurs (${os.cpus()[0]?.model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} Gio, Node ${process.versions.node}`;
  const lines = [`Mesuré le ${new Date().toLocaleDateString("fr-FR")}, ${machine}.`];
  let group = "";
  for (const row of rows) {
    if (row.group !== group) {
      group = row.group;
      lines.push("", `**${group}**`, "", "| mesure | valeur | but | |", "| --- | ---: | ---: | --- |");
    }
    lines.push(`| ${row.what} | ${show(row.value, row)} | ${aimOf(row)} | ${verdict(row)} |`);
  }
  return lines.join("\n");
}

/** @param {number} value @param {Row} row */
function show(value, row) {
  const digits = row.digits ?? (Math.abs(value) < 10 ? 2 : 0);
  return `${value.toLocaleString("fr-FR", { maximumFractionDigits: digits })} ${row.unit}`.trim();
}

/** @param {Row} row */
function aimOf(row) {
  if (row.aim === undefined) return "";
  return `${row.better === "less" ? "au plus" : "au moins"} ${show(row.aim, row)}`;
}

/** @param {Row} row */
function verdict(row) {
  if (row.aim === undefined) return row.note ?? "";
  const met = row.better === "less" ? row.value <= row.aim : row.value >= row.aim;
  return met ? "atteint" : "**manqué**";
}
