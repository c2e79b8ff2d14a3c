// Which clusters there are, and which one is meant.
import type { ClusterGaps } from "../../../core/conversation/cluster-gaps.ts";
import { chinese } from "../catalogue.ts";
import type { clusterTexts as en } from "../en/clusters.ts";
import type { Says } from "../says.ts";
import { counted, dotted, few, list, message, sentences } from "./words.ts";

const { sayUnread } = chinese.speech;

const notListed = message<{ unlisted: number; subscriptions: number; said: string }>(
  "{unlisted, plural, =0 {} other {{subscriptions} 个订阅中有 # 个未能列出。}}{said}",
);

export const clusterGaps: Says<ClusterGaps> = {
  notListed: ({ unlisted, subscriptions, said }) =>
    notListed({ unlisted, subscriptions, said: sentences(said.map(sayUnread)) }),
  unread: ({ said }) => sayUnread(said),
  noSubscription: () => "你看不到任何 Azure 订阅。",
};

export const clusterTexts: typeof en = {
  clusterGaps,
  clusters: {
    title: counted("{it} 个集群"),
    none: "没有集群",
    noneText: "你在 Azure 中看不到任何 AKS 集群。在集群或其资源组上拥有 Reader 就能看到。",
    incomplete: (problem) => `? 列表可能不完整：${problem}`,
    name: "集群",
    where: "位置",
    state: "状态",
    whereText: (group, location, version = "") => dotted([group, location, version]),
    stateText: (power, isPrivate) => list([power, isPrivate ? "专用" : "公共"]),
    more: (count) => `下面的列表中还有 ${count} 个。`,
    pick: "集群",
    pickError: "请选择集群",
    pickPlaceholder: "输入名称",
    choice: (name, group, location) => `${name}（${list([group, location])}）`,
  },
  pickCluster: {
    title: (wanted) => (wanted === "" ? "哪个集群？" : `哪个 ${wanted}？`),
    subtitle: {
      name: (count) => `有 ${count} 个集群叫这个名称。请选择一个，我会继续。`,
      beginning: (count) => `有 ${count} 个集群的名称以此开头。请选择一个，我会继续。`,
      line: (count) => `你提到了 ${count} 个集群，而我一次只看一个。请选择一个，我会继续。`,
      paste: (count) => `你粘贴的内容提到了 ${count} 个集群的 API 服务器。请选择一个，我会继续。`,
      any: (count) => `你没有指定集群，而你可以看到 ${count} 个。请选择一个，我会继续。`,
      followed: (count) => `你没有指定集群，而此频道关注 ${count} 个。请选择一个，我会继续。`,
    },
    row: (row, name, where, state) => `${row}. ${dotted([name, where, state])}`,
    number: (row) => `选择 ${row}`,
    choice: (name, group, subscription) => `${name}（${group}，${subscription}）`,
    where: (group, location, subscription) => dotted([group, location, subscription]),
  },
  whichCluster: {
    title: "在哪个集群上？",
    visible: (words) => `你可以看到名为 ${few(words)} 的集群。没有运行任何命令。`,
    space: (words) => `${few(words)} 可能是集群，也可能是命名空间。没有运行任何命令。`,
    unlisted: (words, why) => `没有运行任何命令：未能读取 ${few(words)} 是否为集群。${why}`,
    word: (cluster, where) => `在 ${cluster} 上（${where}）`,
    remembered: (cluster) => `在 ${cluster} 上（之前提到的集群），命令保持原样`,
    button: {
      title: (cluster) => `在 ${cluster} 上`,
      number: (index) => `按第 ${index} 项`,
    },
    footer: "在命令末尾写上“on NAME”，我就不必再问。",
  },
  remembered: (cluster) => `在 ${cluster} 上（之前提到的集群）：`,
  onlyOne: (cluster) => `在 ${cluster} 上（你唯一可以看到的集群）：`,
  clusterUnknown: {
    title: (wanted) => `没有集群 ${wanted}`,
    subtitle: "你看不到叫这个名称的集群。它可能不存在，也可能是你在其上没有 Reader。",
    closest: "你是指其中之一吗？",
  },
};
