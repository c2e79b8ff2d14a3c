// Words for looking into a cluster: what is read, and what may stand beside it. The types are kubectl's own.
import { wordsOf } from "./fillers.ts";

export const logWords = wordsOf("log logs lines logfile logging");
export const eventWords = wordsOf("event events ev");
export const usageWords = wordsOf("top cpu memory mem ram usage utilization utilisation consumption");
export const versionWords = wordsOf("version versions release");
export const describeWords = wordsOf("describe desc details detail");
export const namespaceWords = wordsOf("namespace ns");
export const everywhereWords = wordsOf("everywhere clusterwide cluster-wide namespaces");
/** Short names that are words of a sentence first. */
export const noTypes = wordsOf("no limits limit quota role roles endpoints ep cs sc pc ev");
export const previousWords = wordsOf("previous crashed prior before");

export const runningWords = wordsOf("running runs workloads workload");

export const besideLook = wordsOf(`
  show list get give tail display print see fetch read view look pull check find open need want dump
  running crashing crashed crashloop crashlooping crashloopbackoff failing failed pending restarting evicted stuck healthy unhealthy ready
  status state recent latest last newest old lines line previous all many there have exist existing current names wide output
  kubectl describe details top version which info count wrong bad is not unready notready alive up full today warning warnings error errors
  workload workloads object objects resource resources app container lately happening happened
`);
