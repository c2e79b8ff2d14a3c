// 有人发来的对象文件：里面有什么，或者为什么不接收。

import type { FileProblem } from "../../../core/command/change/file-problem.ts";
import type { FileNotTaken } from "../../../core/conversation/answer.ts";
import type { sentFileTexts as en } from "../en/sent-file.ts";
import type { Says } from "../says.ts";
import { list, message } from "./words.ts";

const kilobytes = message<{ size: number }>("{size, number} kB");
const size = (bytes: number): string => kilobytes({ size: Math.round(bytes / 1_024) });

const fileProblems: Says<FileProblem | FileNotTaken> = {
  fileEnding: () =>
    "只接收 YAML 和 JSON：文件名必须以 a 到 z 的字母或数字开头，并以 .yaml、.yml 或 .json 结尾。",
  fileTooLong: ({ most }) => `它本身或转成 JSON 后超过了 ${size(most)}：一次少发一些。`,
  fileNoText: () => "它不是 UTF-8 纯文本，或含有看不见的字符：请去掉后另存。",
  fileNoYaml: ({ line }) => (line === null ? "无法按 YAML 读取。" : `无法按 YAML 读取：请看第 ${line} 行。`),
  fileAlias: ({ line }) => `第 ${line} 行用了 YAML 的锚点或别名：请直接写出它代表的内容。`,
  fileTwoReadings: ({ line, word }) =>
    `第 ${line} 行的“${word}”在 kubectl 和多数读者眼里意思不同：请加引号，或写成 true、false 或普通数字。`,
  fileNumber: ({ number }) => `“${number}”发出后会变成另一个数：请加引号。`,
  fileTooDeep: () => "它嵌套太深，不像 Kubernetes 的对象。",
  fileEmpty: () => "里面没有对象。",
  fileNoObject: ({ at, lacks }) => `第 ${at} 个对象缺少 ${lacks}：请补上。`,
  fileName: ({ name }) => `“${name}”不是对象的名称：只能用小写字母、数字、点和连字符。`,
  fileNamespace: ({ namespace }) =>
    `“${namespace}”不是命名空间，或者该对象不属于任何命名空间：请改正或去掉。`,
  fileKind: ({ kind }) =>
    `这里不接收“${kind}”：请在自己的终端里应用。工作负载、Service、Ingress、ConfigMap、角色等可以。`,
  fileSecretKind: () => "里面有 Secret，而 Secret 的值从不在这里写入：请在自己的终端里应用它，其余的再发来。",
  fileItems: ({ kind }) =>
    `对 kubectl 来说，带有 \`items\` 的 ${kind} 是其他对象的列表：请去掉它，或写成类型为 \`List\` 的列表。`,
  fileWithSecret: ({ line }) =>
    `“${line}”看起来含有机密：请在自己的终端里把它放进 Secret，再让容器从那里读取。`,
  fileTwice: ({ object }) => `“${object}”出现了两次：请去掉一个。`,
  fileOfMany: ({ most, holds }) =>
    `一次更改最多涉及 ${most} 个对象，而文件里有 ${holds} 个：请分成几个文件。`,
  fileOfSeveralNamespaces: ({ namespaces }) =>
    `对象分布在多个命名空间（${list(namespaces)}）：请每个命名空间一个文件。`,
  fileSignInFirst: () => "请先登录，然后再发一次：文件内容没有被读取。",
  fileNotAllowed: () => "没有规则允许你在任何集群上用文件做更改，所以文件内容没有被读取。",
  fileNotReadNow: () => "未能在规定时间内读取。请过一分钟再发，或分成几部分发送。",
  fileNotAlone: () => "一次发一个文件；一个文件里可以有多个对象。",
  fileNoKey: () => "这里不接收文件：运行本产品的人没有设置保存文件用的密钥（FILES_KEY_FILE）。",
  fileFromElsewhere: () =>
    "它不在 OneDrive 或 SharePoint 中，因此没有读取：请把文件本身附在我们聊天的消息里。",
  fileNotGot: ({ code }) => `OneDrive 没有把它交给我（${code}）：请再发一次。`,
};

export const sentFileTexts: typeof en = {
  fileProblems,
  sentFile: {
    kept: (name) => `已收到 ${name}`,
    nothingSent: (until) => `还没有向集群发送任何内容。${until} 之前可以在命令中使用它，之后即删除。`,
    holds: "包含",
    objects: (names) => list(names),
    hash: "SHA-256",
    hashValue: (hash) => `${hash}…`,
    next: "然后在有人可以批准的频道里写",
    example: (name) => `kubectl apply -f ${name} on CLUSTER because 原因`,
    refused: (name) => `未接收：${name === "" ? "该文件" : name}`,
    unanswered: "你附带写的内容没有得到回答：请单独再发一次。",
    notKept: "没有保存其中任何内容，也没有向集群发送任何内容。",
    file: "文件",
    fileValue: (name, hash) => `${name}，SHA-256 ${hash}…`,
  },
};
