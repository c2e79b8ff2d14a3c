// A table of kubectl's: how many rows are wrong, what each is in, and what is told of it.
import type { Level, RowAction, State } from "../../../core/table/table.ts";
import type { tableTexts as en } from "../en/tables.ts";
import type { Says } from "../says.ts";
import { type Noun, readRestarts, readSeen, tableSpeech } from "../speech/tables.ts";
import { closeUp, counted, list, or } from "./words.ts";

/** One word for one and for several. */
const noun = (called: string): Noun => [called, called];

/** A type that is not here is called as kubectl calls it. */
export const nouns: Readonly<Record<string, Noun>> = {
  persistentvolumeclaims: noun("卷声明"),
  persistentvolumes: noun("卷"),
  horizontalpodautoscalers: noun("自动缩放器"),
  objects: noun("对象"),
  pods: noun("Pod"),
  nodes: noun("节点"),
  deployments: noun("Deployment"),
  replicasets: noun("ReplicaSet"),
  statefulsets: noun("StatefulSet"),
  daemonsets: noun("DaemonSet"),
  jobs: noun("Job"),
  cronjobs: noun("CronJob"),
  services: noun("服务"),
  endpoints: noun("端点"),
  ingresses: noun("Ingress"),
  events: noun("事件"),
  namespaces: noun("命名空间"),
};

export const states: Says<State> = {
  word: ({ word }) => word,
  notReady: () => "未就绪",
  partlyReady: () => "部分就绪",
  restarted: () => "一小时内重启过",
  pending: () => "Pending",
  rollingOut: () => "正在推出",
  scaledToZero: () => "已缩放到 0",
  noAddress: () => "没有地址",
  noEndpoints: () => "没有端点",
  notComplete: () => "运行中或已失败",
  suspended: () => "已暂停",
  noMetric: () => "没有指标",
  atMaximum: () => "已达上限",
  cpuFull: () => "CPU 接近用满",
  memoryFull: () => "内存接近用满",
  ready: () => "就绪",
};

export const marks: Readonly<Record<Level, string>> = {
  broken: "✖",
  warning: "▲",
  unknown: "?",
  moving: "…",
  fine: "✔",
  plain: "·",
};

function sayRestarts(value: string): string {
  const read = readRestarts(value);
  if (read === null) return `重启 ${value}`;
  return `重启 ${read.count} 次${read.last === null ? "" : `，上次在 ${read.last} 前`}`;
}

function saySeen(value: string): string {
  const { last, often } = readSeen(value);
  return `${last} 前${often === "" ? "" : ` ${often}`}`;
}

/** What a cell says, by its column; a column that is not here stands before its cell. */
export const facts: Readonly<Record<string, (value: string) => string>> = {
  READY: (value) => `就绪 ${value}`,
  RESTARTS: sayRestarts,
  AGE: (value) => `已存在 ${value}`,
  NODE: (value) => `位于 ${value}`,
  MESSAGE: (value) => value,
  "LAST SEEN": saySeen,
  "UP-TO-DATE": (value) => `已更新 ${value}`,
  DESIRED: (value) => `期望 ${value}`,
  COMPLETIONS: (value) => `完成 ${value}`,
  DURATION: (value) => `用时 ${value}`,
  ROLES: (value) => value,
  VERSION: (value) => value,
  TYPE: (value) => value,
  "CLUSTER-IP": (value) => `IP ${value}`,
  "EXTERNAL-IP": (value) => `外部 IP ${value}`,
  "PORT(S)": (value) => `端口 ${value}`,
  CAPACITY: (value) => value,
  STORAGECLASS: (value) => `存储类 ${value}`,
  REPLICAS: (value) => `副本 ${value}`,
  MAXPODS: (value) => `最多 ${value}`,
  "CPU(cores)": (value) => `CPU ${value}`,
  "MEMORY(bytes)": (value) => `内存 ${value}`,
  "CPU%": (value) => `CPU ${value}`,
  "CPU(%)": (value) => `CPU ${value}`,
  "MEMORY%": (value) => `内存 ${value}`,
  "MEMORY(%)": (value) => `内存 ${value}`,
};

export const looks: Readonly<Record<RowAction, string>> = {
  describe: "详细信息",
  logs: "日志",
  previous: "上次日志",
  events: "事件",
};

const { counting, severalOf, fact } = tableSpeech({
  nouns,
  counted: (count, [called]) => closeUp(`${count} 个 ${called}`),
  facts,
  fact: (column, value) => `${column} ${value}`,
});

export const tableTexts: typeof en = {
  tables: {
    counting,
    several: (resources) => or(resources.map(severalOf)),
    states,
    marks,
    looks,
    fact,
    inNamespace: (namespace) => `命名空间 ${namespace}`,
    wrong: (mark, wrong, all, cluster) => closeUp(`${mark} ${cluster}：${all} 中 ${wrong} 个需要查看`),
    one: (mark, name, state, cluster) => closeUp(`${mark} ${cluster} 上的 ${name}：${state}`),
    unknown: (unknown, all, cluster) => closeUp(`? ${cluster}：${all} 中 ${unknown} 个的状态我不认识`),
    noneWrong: (all, cluster) => `✔ ${cluster}：${all}，看起来都没有问题`,
    unjudged: (all, cluster) => `${cluster}：${all}`,
    counts: list,
    count: (count, state) => closeUp(`${count} 个 ${state}`),
    otherStates: counted("{it} 个处于其他状态"),
    others: counted("其他 {it} 行"),
    wrongBelow: (more) => `另有 ${more} 个类似的排在其余行的最前面。`,
    notShown: (left, total) => `${total} 行中有 ${left} 行在此放不下：请按“文本”。`,
    filtered: "在过滤之后计数：被过滤掉的不在这里的数字中。",
    cut: "▲ 实际数量多于这里的计数。",
    alsoPrinted: "kubectl 还输出：",
    also: (line) => `kubectl 还输出：${line}`,
  },
  assumedNamespace: (namespace) => `没有指定命名空间，因此用 ${namespace}。`,
  waitShortened: (asked) => `最多等待四分钟，而不是 ${asked}：对运行命令的应答不会等待更久。`,
};
