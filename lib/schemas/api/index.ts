/** Every schema of the API: importing this file names them all in the registry. */
export { Analysis, Ledger } from "./analysis";
export { Health, Problem, SearchResults } from "./answers";
export { CommuneCoverage } from "./commune";
export { DepartmentCoverage, DepartmentList } from "./coverage";
export { CptsList } from "./cpts";
export { SimulatedMission, Simulation, SimulationRequest } from "./funding";
export { SimulatedIndicator, SimulatedStep } from "./indicator";
export { CptsRecord } from "./record";
