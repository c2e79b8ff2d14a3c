// Why a verb of the command line ends without an answer: one sentence that says what was wrong and what to do.
import type { cliStops as en } from "../en/cli-stops.ts";
import { list, or } from "./words.ts";

export const cliStops: typeof en = {
  notAVerb: (typed, near, accepted) =>
    `“${typed}”不是动词：${near === null ? `请写以下之一：${list(accepted)}。` : `你是指“${near}”吗？`}`,
  flagUnknown: (flag, near, known) =>
    `没有 ${flag} 这个标志：${near === null ? `可用的有 ${list(known)}。` : `你是指 ${near} 吗？`}`,
  takesNoValue: (flag) => `${flag} 不接受值。`,
  needsValue: (flag) => `${flag} 需要一个值；以短横线开头的值写作 ${flag}=VALUE。`,
  givenTwice: (flag) => `${flag} 写了两次。`,
  missing: (what) => `缺少 ${what}。`,
  tooMuch: (word) => `“${word}”在这里是多余的：请查看 --help。`,

  symptomEmpty: "--symptom 需要你看到的错误。",
  fromAndFor: "--from 和 --for 只能写其一。",
  noAddressOrRange: (written) =>
    `“${written}”既不是 IPv4 地址，也不是范围：请写成 20.50.0.9 或 20.50.0.0/24 这样。`,
  deepAndNot: "--deep 和 --no-inside 只能写其一。",
  ipIsNetwork: (written) => `--client-ip 接受 20.50.0.9 这样的 IPv4 地址；网络请写 --where ${written}。`,
  whereIsAddress: (written) => `--where 接受虚拟网络；地址请写 --client-ip ${written}。`,
  noName: (written) => `“${written}”不能是集群的名称：请写集群的名称（prod-1）、group/name 或其资源 ID。`,
  severalClusters: (written, ids) => `有多个集群叫 ${written}：请写 ${or(ids)}。`,
  noCluster: (person, written) => `${person} 看不到名为 ${written} 的集群。`,
  closeTo: (ids) => `你是指 ${or(ids)} 吗？`,
  noneAtAll: "Azure 没有向你显示任何集群：需要某个集群上的 Reader 角色。",

  commandOrStdin: "请把命令写在 -- 之后，例如：explain -- kubectl get pods；或单独使用 --stdin。",
  lineOrStdin: "请把这一行写在动词之后，例如：understand prod-1 为什么连不上；或单独使用 --stdin。",
  noClusterName: (written) => `“${written}”不是集群名称。`,
  groupMissing: "缺少 --group ID：请给出 Entra 中组的对象 ID。",
  noGroupId: (written) => `“${written}”不是 Entra 中组的对象 ID；策略在 groups 下列出它们。`,
  questionMissing:
    "请在 -- 之后写要问什么：kubectl 或 helm 及其后的内容、fix、diagnose、diagnose-inside 或 watch。",
  noFileHere: (name) => `此文件夹中没有可读取的文件 ${name}。`,
  maskTooSlow: "在其中查找机密花费的时间过长，因此不输出任何内容。",
  noSeverity: (written, accepted) => `“${written}”不是警报的严重级别：请写 ${or(accepted)}。`,
  noTime: (written) => `“${written}”不是带时区的时间：请写成 2026-11-25T03:00:00Z 这样。`,
  noTag: (written) => `“${written}”不是标记：请写 NAME=VALUE。`,
  policyUnread: (file, said) => `无法读取策略 ${file}：${said}。`,
  policyNotValid: (first) => `策略无效，因此不作任何决定；policy check 会列出所有问题。${first}`,
  idNeeded: (rules) =>
    `仅凭名称无法决定：${list(rules)} 按集群的资源 ID 区分。请在 --cluster 之后写完整的 ID。`,

  noTrailId: (written) => `“${written}”不是运行或事件的 ID：请按卡片上的写法填写，例如 R-7K3QX2M9AB。`,
  notOnTrail: (id) => `审核记录中没有关于 ${id} 的内容：它属于另一个存储，或早于保留期限。`,
  noKeyIn: (file) => `${file} 中没有 P-256 曲线的 PEM 密钥，公钥和私钥都没有。`,
  noKey: "没有可用于验证的密钥：请用 --key FILE 给出其公钥，或设置 AUDIT_KEY_FILE。",
  noHeadIn: (written) => `--head 接受 SEQ:HASH，或包含链头的文件，而文件 ${written} 不存在。`,
  noBook: (file) => `无法读取 ${file} 中的链头：没有它们，就看不出记录末尾是否被截掉。`,
  oddHead: (file, line) => `${file} 的第 ${line} 行不是审核记录的链头。`,
};
