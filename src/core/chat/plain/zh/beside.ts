// What is said beside a question, or asked of an answer, in Chinese.
import type { MayWords } from "../language.ts";
import type { Phrases } from "../phrases.ts";

/** Nobody is to look inside the cluster for it. */
export const leavesOut: Phrases = [
  "不看|别看|不要看|不用看|不查看|别查看|不要查看|不用查看|不进|别进|不要进|不进入|不要进入 内部|里面|集群内部|集群里面",
  "不看|别看|不要看|不用看|不查看|别查看|不要查看|不用查看|不进|别进|不要进|不进入|不要进入 集群 内部|里面",
  "不|别|不要|不用 看|查看|进|进入 内部|里面|集群内部|集群里面",
  "不|别|不要|不用 看|查看|进|进入 集群 内部|里面",
  "不含|不包括 内部|集群内部",
  "只看|仅看|只查 路径|通路|链路$",
];

/** Of the last answer; another word beside it asks something else. */
export const why: Phrases = [
  "为什么",
  "为什么呢",
  "为啥",
  "为啥呢",
  "为何",
  "这是为什么",
  "这是为啥",
  "但是为什么",
  "但为什么",
  "可是为什么",
  "原因呢",
  "什么原因",
];

export const may: MayWords = {
  phrases: [
    "我|我们|咱们 能|可以|能不能|可不可以|是否可以|能否|可否|有权|有权|有权限|没权限|允许|被允许",
    "有没有|有|没有|是否有 权限|权利|权",
    "允许|准 我|我们",
    "我|我们 看不了|看不到|看不见|删不了|删不掉|读不了|改不了|重启不了|不能看|不能删|不能改|没法看|没法删|没法改|执行不了|跑不了",
    "^can-i",
  ],
  beside:
    "看不了 看不到 看不见 读不了 不能看 没法看 执行不了 跑不了 不能 没法 够 够不够 行不行 行 吗 能 可以 能不能 可不可以 有 权限 看 看看 看到 查看 查 读 读取 执行 运行 跑 吗 有没有 没有 有权 有权限 没权限 允许 被允许 是否 用 列出 获取",
};
