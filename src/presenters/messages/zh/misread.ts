// Why a message was not understood: one sentence that says what to write.
import type { ParseError } from "../../../core/conversation/parse-error.ts";
import { chinese } from "../catalogue.ts";
import { type Says, say } from "../says.ts";
import { refusalTexts } from "./refusals.ts";
import { list } from "./words.ts";

const ownAddressShown = chinese.speech.ownAddressShown();

const commandExample = (verb: string): string => `${verb} \`kubectl get pods\` on NAME`;

export const misread: Says<ParseError> = {
  unknown: ({ written }) => `没有理解“${written}”：发送“help”可查看能问什么。`,
  didYouMean: ({ phrase }) => `你是指“${phrase}”吗？`,
  unsure: () => "这句话可能有几种意思：是哪一种？",

  tooLong: ({ length, longest }) => `消息有 ${length} 个字符：请发送一条不超过 ${longest} 个字符的命令。`,
  invisible: ({ codePoint }) => `消息中有不可见字符（U+${codePoint}）：请重新输入，不要粘贴。`,
  severalLines: ({ count }) => `消息有 ${count} 行：请在一行中写一条命令。`,
  unclosedQuote: () => "有一个引号没有闭合：请在所引内容的两端都写上引号。",
  masked: () => say(refusalTexts.refusals, { is: "masked" }),

  notAlone: ({ phrase, extra }) => `请单独写“${phrase}”：没有理解后面的“${extra}”。`,
  afterCluster: ({ verb, extra }) => `没有理解“${extra}”：“${verb}”的集群之后不能再有内容。`,
  clauseUnknown: ({ written, insideToo }) =>
    `没有理解“${written}”：集群之后只能写 ${insideToo ? 'from 20.50.0.9、with "i/o timeout" 或 without inside' : 'from 20.50.0.9、for 20.50.0.0/24 或 with "i/o timeout"'}。`,
  symptomUnused: ({ verb }) => `${verb} 用不到“with”之后的错误：请去掉它，或发送 diagnose 来查找其原因。`,
  clauseTwice: ({ keyword }) => `“${keyword}”只能写一次。`,
  fromAndFor: () => "“from”和“for”只能写其一：“from”说明你在哪里，“for”询问一个地址或范围。",
  fromMissing: () => `请在“from”之后写 IPv4 地址或虚拟网络，例如 20.50.0.9 或 vnet-hub。${ownAddressShown}`,
  symptomUnquoted: () => '请在“with”之后用引号括起你看到的错误，例如 with "i/o timeout"。',

  commandMissing: ({ verb }) => `请在“${verb}”之后写命令和集群，例如 ${commandExample(verb)}。`,
  commandEnd: ({ verb }) => `无法确定命令在哪里结束：请用反引号括起整条命令，例如 ${commandExample(verb)}。`,
  clusterTwice: ({ cluster }) => `集群写了两次：请去掉“on ${cluster}”或该标志。`,
  clusterFlagTwice: () => "集群写了两次：请只保留一个标志。",
  noCluster: ({ written, letter }) => {
    const why = letter === null ? "" : `其中有字母 ${letter}，而集群名称只用 a 到 z；`;
    return `“${written}”不能是集群的名称：${why}请写集群的名称或 group/name。`;
  },
  noClusterInFlag: ({ written }) => `“${written}”不能是集群的名称：请把它写在命令之后，例如 on NAME。`,

  noMode: ({ written }) => `没有模式“${written}”：请写 mode full、mode diagnose 或 mode off。`,
  modeReasonMissing: ({ mode }) => `请在“because”之后写原因，例如：mode ${mode} because upgrade。`,
  modeReasonTooLong: ({ length, longest }) => `原因有 ${length} 个字符：最多写 ${longest} 个。`,

  addressRange: ({ written }) => `“${written}”是一个范围：请写你所用的那一个地址。${ownAddressShown}`,
  severalAddresses: ({ addresses }) =>
    `每次只能回答一个地址或一个范围，而 ${list(addresses)} 是多个：请逐个询问。`,
  noAddress: ({ written }) => `“${written}”不是 IPv4 地址：请写四个 0 到 255 之间的数字，例如 20.50.0.9。`,
  addressIpv6: ({ written }) => `“${written}”是 IPv6 地址：请写你所用的 IPv4 地址。${ownAddressShown}`,
  noPlace: ({ written }) =>
    `“${written}”既不是 IPv4 地址也不是虚拟网络：请写 20.50.0.9 或 vnet-hub 这样的形式。`,
};

export const misreadTexts = { misread };
