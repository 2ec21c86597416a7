import autocannon from "autocannon";

const SECONDS = 8;
const CONNECTIONS = 50;

/**
 * Requests per second at 50 connections, the product's pages against an empty dynamic Next page in the
 * same run: a ratio means something on any machine.
 * @param {string} product @param {string} empty @returns {Promise<import("./report.mjs").Row[]>}
 */
export async function measureLoad(product, empty) {
  const floor = await load(empty);
  /** @type {import("./report.mjs").Row[]} */
  const rows = [
    { group: "Charge, 50 connexions", what: "page Next vide et dynamique", value: floor.rate, unit: "req/s" },
  ];
  for (const address of [
    "/departements/63",
    "/departements/62",
    "/cpts/haute-combraille-et-volcans",
    "/api/v1/departments/63/coverage",
  ]) {
    const { rate, p50, p99, failures } = await load(product + address);
    rows.push({
      group: "Charge, 50 connexions",
      what: `\`${address}\``,
      value: rate,
      unit: "req/s",
      note: `p50 ${p50} ms, p99 ${p99} ms, ${failures} échec(s)`,
    });
    rows.push({
      group: "Charge, 50 connexions",
      what: `\`${address}\` / page vide`,
      value: rate / floor.rate,
      unit: "fois",
      aim: 0.5,
      better: "more",
    });
  }
  return rows;
}

/** @param {string} url */
async function load(url) {
  await autocannon({ url, connections: 4, duration: 2 });
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors,
  };
}
