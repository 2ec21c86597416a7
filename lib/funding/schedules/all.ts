/** One line per schedule: the only line to add when a schedule's file is added (a test checks it). */
export { aci2019 } from "./aci-2019";
export { aciAvenant2 } from "./aci-avenant-2";
