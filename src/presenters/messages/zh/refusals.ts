// A command that is not accepted: one sentence that says what was wrong, and what to write instead.

import type { CommandRisk } from "../../../core/command/grammar/command-request.ts";
import type { Wanted } from "../../../core/command/grammar/flags.ts";
import type { Meaning, RefusalReason } from "../../../core/command/grammar/refusal.ts";
import type { Because } from "../../../core/command/grammar/refused.ts";
import type { Says } from "../says.ts";
import { closeUp, list, or } from "./words.ts";

/** The hint at the end of a refusal; `prefix` goes before each word. */
export const didYouMean = (near: readonly string[], prefix = ""): string =>
  near.length === 0 ? "" : `你是指 ${or(near.map((word) => `\`${prefix}${word}\``))} 吗？`;

export const because: Readonly<Record<Because, string>> = {
  write: "以这里不支持的方式更改集群：发送 `help` 查看支持哪些",
  interactive:
    "会打开会话或连接，聊天无法维持：请用 kubectl logs、describe 或 events，或用 `access` 查看接入方式",
  copy: "会在容器与外部之间复制文件，这里不支持：请用 kubectl logs",
  local: "处理运行它的机器上的文件，而这里没有文件：请用 kubectl get 或 describe",
  compare: "要与运行它的机器上的文件比较，而这里没有文件：请用 kubectl get TYPE NAME -o yaml，再自行比较",
  charts:
    "针对的是 chart，而不是集群中运行的内容：请用 helm list、helm status、helm history 或 helm get values",
  jobByHand:
    "会手动启动一个 Job，这里不支持：请先在我们的聊天里把该 Job 的文件发给我，再写 kubectl create -f 文件名",
  newObjects: "会从文件写入整个对象：请先在我们的聊天里把文件发给我，再写 kubectl apply -f 文件名",
  editor: "会打开编辑器，聊天无法做到：请用 kubectl patch、set、label 或 annotate 写明要改成什么",
  otherWrite: "会以这里不支持的方式更改集群：请在你自己的终端中执行",
  releaseWrite:
    "会更改发行版，而这里没有人能事先看到结果：请在你自己的终端中执行；要查看发行版，请用 helm list、helm status、helm history 或 helm get values",
  kubeconfig: "读取或更改 kubeconfig，而这里没有 kubeconfig：集群在消息中指定",
  dump: "会一次输出整个集群：请用 -n 指定一个命名空间",
  help: "针对的是工具本身：请向机器人发送 `help`，或用 kubectl explain",
  identity: "会改变提问者的身份：命令只以你自己的权限运行，请去掉它",
  target: "会改变所查询的集群：请在消息中指定集群，例如 `on NAME`",
  trust: "会改变连接的安全方式，这不由你在这里选择：请去掉它",
  raw: "可以访问 API 服务器的任意地址，绕过资源规则：请用 kubectl get TYPE",
  file: "要读取文件，而这里没有文件：请改为指定类型和对象",
  watch:
    "会持续监视，而这里的命令只答复一次：请去掉它，稍后再问，或用 kubectl wait --for=condition=Ready --timeout=60s 等待",
  follow: "会不停地跟踪日志，而这里的命令只答复一次：请用 --tail=200 或 --since=10m",
  verbosity: "会输出 kubectl 自身的请求，其中包含令牌：请去掉它",
  machine: "针对的是运行 kubectl 的机器：请去掉它",
  dryRun: "只是试一下更改，而更改的效果会在有人批准之前显示：请去掉它",
  emptyDir: "现在叫 --delete-emptydir-data：请改用它",
};

export const wanted: Readonly<Record<Extract<Wanted, string>, string>> = {
  number: "整数，例如 20",
  duration: "时长，例如 30s、10m 或 2h",
  typeAndName: "TYPE/NAME，例如 pod/api-0",
  labelSelector: "标签选择器，例如 app=api",
  fieldSelector: "字段选择器，例如 status.phase=Pending",
  field: "字段，例如 .metadata.creationTimestamp",
  word: "一个普通的词",
  words: "用逗号分隔的词",
  namespace: "命名空间的名称：小写字母、数字和短横线",
  container: "容器的名称",
  lines: "整数行数，例如 200",
  time: "时间，例如 2026-03-01T09:30:00Z",
  condition: "等待的条件，例如 condition=Ready、delete 或 jsonpath={.status.phase}=Running",
  waitingTime: "最长四分钟的时间，例如 60s 或 2m",
  path: "API 服务器的路径，例如 /readyz?verbose",
  template: "模板，例如 {{.metadata.name}}",
  amounts: "数量，例如 cpu=500m,memory=512Mi",
  patch: "写在一行内的 JSON 补丁",
  fileName: "你在我们的聊天里发给我的文件名，例如 web.yaml",
  eventTypes: "Normal、Warning 或用逗号分隔的两者",
};

function sayWanted(wants: Wanted): string {
  if (typeof wants === "string") return wanted[wants];
  return "either" in wants ? or(wants.either) : `${list(wants.oneOf)} 之一`;
}

const quoteIt = "如果要用该字符本身，请用单引号括起整个值";
const oneCommand = "请一次只发送一条命令";
const writeTheValue = "请直接写出值";

/** What a shell would do with each character, and what to write instead. */
export const meanings: Readonly<Record<Meaning, string>> = {
  startsCommand: `会开始另一条命令：${oneCommand}`,
  readsFile: `在 shell 中会读取文件：如果它表示占位符，${writeTheValue}`,
  writesFile: "在 shell 中会写入文件，或表示占位符的结尾：请去掉它，答案会以卡片形式给出",
  runsCommand: `在 shell 中会运行命令：${writeTheValue}`,
  isReplaced: `在 shell 中会被替换为变量或命令：${writeTheValue}`,
  groupsCommands: `在 shell 中会组合命令：${quoteIt}`,
  isHomeFolder: `在 shell 中会被替换为主文件夹：${quoteIt}`,
  repeatsCommand: `在 shell 中会重复先前的命令：${quoteIt}`,
  isLiveInQuotes: `在 shell 的双引号中仍起作用：请用单引号，或者${writeTheValue}`,
  continuesLine: "在行尾时，在 shell 中表示续行：请去掉它",
};

const missing = {
  objects: "请写明要读取什么",
  release: "请写明要读取哪个发行版",
  log: "请写明要读取哪个 Pod 的日志",
  field: "请写明要解释什么",
};

const secretOf = (where: string): string =>
  `${where}看起来像机密，而这里的提问会被保存：请改用不是机密的名称或标签。`;

const commandHolds = (what: string): string => `命令中有${what}：请重新输入，不要粘贴。`;

const lacks = {
  name: "请用完整名称说明要变更什么，例如“重启 payments/api”",
  each: "请逐个写出名称，一条命令最多 20 个，例如 `kubectl delete pod api-0 api-1 -n payments on prod-1`；“payments 里的 pod”会列出名称",
  node: "请用 `get nodes` 显示的完整名称说明是哪个节点",
  namespace: "请说明在哪个命名空间，例如“payments/api”或“payments 的 api”",
  type: "请说明类型，例如“删除 pod payments/api-0”",
  replicas: "请说明副本数，例如“把 payments/api 扩容到 3”",
  image: "请说明镜像及其标签",
  quantity: "请写明数量和单位，例如“把 payments/api 的内存限制改为 1Gi”",
} as const;

export const refusals: Says<RefusalReason> = {
  notKubectl: ({ tool }) => `只能运行 kubectl 和 helm 命令，而这条以 \`${tool}\` 开头：请以 kubectl 开头。`,
  verbMissing: ({ tool }) =>
    `请写明 ${tool} 要做什么，例如 ${tool === "helm" ? "helm list" : "kubectl get pods"}。`,
  verbBehind: ({ word }) => `请把动词写在 \`${word}\` 之前，例如 kubectl get pods。`,
  verbUnknown: ({ tool, verb, near, known }) =>
    `不接受命令 \`${tool} ${verb}\`。${didYouMean(near, `${tool} `) || `接受的有：${list(known)}。`}`,
  verbIncomplete: ({ command, forms }) => `不接受 \`${command}\`：请写 ${or(forms)}。`,
  knownAndRefused: ({ word, because: why }) => `\`${word}\` ${because[why]}。`,
  changeNowhere: () =>
    "更改必须写明集群：`kubectl scale deployment/api --replicas=3 -n payments on prod-1`。不会沿用之前提到的集群。",
  wouldChange: () =>
    "请写成执行这一变更的 kubectl 命令，并带上集群和原因：`kubectl … on NAME because 原因`。然后我会查看它会做什么；在策略允许您请求的情况下，会询问审批人。",
  changeLacks: ({ what }) =>
    what === "each" ? `${lacks.each}。` : `${lacks[what]}：然后我会写出完整命令，由您按下按钮。`,
  logLacksSpace: () => "请说明命名空间，例如“payments/api 的日志”：然后我会读取。",
  beyond: () =>
    "这超出了我的能力范围：我查明 AKS 集群为什么无法访问，读取其中的内容，并执行单条 kubectl 命令或诊断修复所做的变更。",
  emergencyUnexplained: () =>
    "请说明为什么是紧急情况：所有人都会收到通知和你的原因。请写在命令之后：`emergency: kubectl delete pod api-0 -n payments on prod-1 because REASON`。",
  nameInAllNamespaces: () => "指定了一个对象，又要求所有命名空间：请用 -n NAMESPACE 代替 -A。",

  flagUnknown: ({ command, flag, near, known }) =>
    `\`${command}\` 不接受 \`${flag}\`。${didYouMean(near) || `它接受 ${list(known)}。`}`,
  dashAlone: () => "单独的短横线在这里没有意义：请去掉它。",
  containerTwice: () => "容器写了两次：请保留 `--container`。",
  switchWithOddValue: ({ flag }) => `\`${flag}\` 只有开和关，不接受其他值：请单独写它。`,
  valueMissing: ({ flag, wants }) => `\`${flag}\` 需要一个值：${sayWanted(wants)}。`,
  valueWrong: ({ flag, wants, given }) =>
    closeUp(`\`${flag}\` 需要 ${sayWanted(wants)}；\`${given}\` 不是。`),

  resourceMissing: ({ what, example }) => `${missing[what]}：${example}。`,
  resourceUnknown: ({ type, near }) =>
    `\`${type}\` 不是资源类型。${didYouMean(near)}只有此集群才有的类型要带上其组来写，例如 certificates.cert-manager.io。`,
  rawPath: ({ path, known }) =>
    `\`--raw ${path}\` 会绕过资源规则：请用 kubectl get TYPE 或 kubectl top，或 ${list(known)} 之一。`,
  rawWithOthers: () => "--raw 要单独使用：请去掉其他内容，例如 kubectl get --raw '/readyz?verbose'。",
  conditionMissing: ({ example }) => `请用 --for 写明等待什么：${example}。`,
  resourceNotOfVerb: ({ command, resource, accepted, example }) =>
    `\`${command}\` 只适用于 ${list(accepted)}，不适用于 ${resource}：${example}。`,
  nameUntyped: ({ word }) => `请把每个对象写成 TYPE/NAME，例如 pod/api-0；\`${word}\` 不是这种形式。`,
  nameInvalid: ({ name }) => `\`${name}\` 不是对象的名称：只能用字母、数字、点和短横线，并以字母或数字开头。`,
  argumentTooMany: ({ word, command, example }) =>
    `对 \`${command}\` 来说，\`${word}\` 是多余的：请去掉它，例如 ${example}。`,
  accessQuestion: ({ example }) => `请写动词和资源，或单独写 --list：${example}。`,

  changeFiltered: ({ command }) => `\`${command}\` 会更改内容，其输出会完整显示：请去掉 \`|\` 之后的部分。`,
  changeUnnamed: ({ command, example }) => `\`${command}\` 需要写明对象的名称：${example}。`,
  changeOfSeveralTypes: ({ types, example }) =>
    `一次更改只针对逐一写明的对象，而这里指的是 ${list(types)}：${example}。`,
  changeUnsaid: ({ command, example }) => `请写明 \`${command}\` 要设置什么：${example}。`,
  changeWord: ({ word, command, example }) => `\`${command}\` 不能设置 \`${word}\`：${example}。`,
  changeFlagMissing: ({ flags, example }) => `请用 ${or(flags)} 写明：${example}。`,
  changeTwice: ({ word }) => `\`${word}\` 设置了两次：请去掉其中一个。`,
  changeOfMany: ({ most, named }) =>
    `一次更改最多指定 ${most} 个对象，这里指定了 ${named} 个：请分几次进行。`,
  changeOfSecret: () => "这里只更改 Secret 的标签，因为批准者看不到其余内容：请在你自己的终端中更改。",
  changeWithSecret: () =>
    "更改中有一个词看起来像机密，而更改会被保存并显示：请在你自己的终端中把该值放入 Secret，让容器从那里读取。",
  changeOnlyFromFile: ({ word, command, example }) =>
    `对 \`${command}\` 来说，\`${word}\` 是多余的：它的对象在你发到我们聊天的文件里，例如 ${example}。`,
  fileOne: ({ command, example }) => `\`${command}\` 只接收一个文件：${example}。`,
  fileUnknown: ({ name }) => `我没有你的文件 ${name}：请在我们的聊天里发给我，并在一小时内再问。`,
  fileElsewhere: ({ name, says, typed }) =>
    `${name} 写的是命名空间 ${says}，而命令写的是 ${typed}：去掉 -n，或改正文件。`,
  fileHalfPlaced: ({ name, says }) =>
    `${name} 中有些对象写了命名空间 ${says}，有些没写：请在后面加上 -n ${says}，或在每个对象中写明。`,
  patchCopy: () => "补丁中有一个操作会复制一个可能已被遮盖的值：请用 `add` 写出这个值本身。",
  patchNumber: ({ number }) => `\`${number}\` 这个数会被当作另一个数发送：请写短一些，或写成引号中的文本。`,
  patchPath: ({ path }) => `\`${path}\` 不是补丁的路径：路径以斜杠开头，例如 \`/spec/replicas\`。`,
  patchUnread: ({ wantsList }) =>
    wantsList
      ? "补丁不是 JSON 格式的操作列表：使用 --type=json 时以 `[` 开头。"
      : "补丁不是 JSON 对象：应以 `{` 开头。",

  secretFormat: ({ format }) =>
    `\`-o ${format}\` 可能输出 Secret 的值：请用 kubectl describe secret，或去掉 -o。`,
  secretSorting: () => "Secret 只能按其元数据排序：请用 --sort-by=.metadata.creationTimestamp。",
  secretWaiting: () => "等待 Secret 的某个值会透露该值：请用 --for=create 或 --for=delete。",
  valueFilter: () => "比较环境变量、参数或数据的值会透露其中被遮盖的内容：请改为比较名称或状态。",
  typedSecretInWord: () => secretOf("命令中的一个词"),
  typedSecretInFlag: ({ flag }) => secretOf(`\`${flag}\` 的值`),
  typedSecretInGrep: () => secretOf("grep 查找的内容"),
  templateFormat: ({ format }) =>
    `\`--template\` 与 -o go-template 搭配，不能与 \`-o ${format}\` 搭配：请去掉其中之一。`,
  templateMissing: ({ format }) => `\`-o ${format}\` 后面需要模板：-o ${format}=…。`,
  templateFunction: ({ name, known }) =>
    `模板中不接受 \`${name}\`：接受字段、range、if、with 和 ${list(known)}。`,
  templateNested: ({ name }) => `\`${name}\` 只能用于输出：请让它单独位于花括号中，或用 -o 'jsonpath={…}'。`,
  templatePrintf: ({ format }) =>
    `\`printf\` 需要一个包含 %s、%v、%d 或 %q 的文本，\`${format}\` 不是：请直接输出该字段。`,
  templateUnread: () => "模板没有闭合，或有无法读取的内容：请在 {{…}} 中使用字段，或用 -o 'jsonpath={…}'。",
  masked: () => "`[masked]` 代表看起来像机密、因而没有保存的内容：请重新写问题，不要包含机密。",

  empty: () => "没有命令：请写一条，例如 kubectl get pods -n payments。",
  pipeEmpty: () => "管道两边都要有内容，例如 kubectl get pods | grep api。",
  tooLong: ({ length, longest }) => `命令有 ${length} 个字符，而最多读取 ${longest} 个：请一次少问一些。`,
  severalLines: () => "文本有多行：请在一行中发送一条命令。",
  invisible: ({ codePoint }) => commandHolds(`不可见字符 U+${codePoint}`),
  halfCharacter: () => commandHolds("半个字符"),
  metacharacter: ({ character, meaning }) =>
    closeUp(`${character === "`" ? "反引号" : `\`${character}\``} ${meanings[meaning]}。`),
  unclosedQuote: ({ quote }) => `引号 ${quote} 没有闭合：请闭合它，或去掉它。`,

  filterUnknown: ({ tool }) =>
    `管道之后只接受 \`grep WORD\`、\`head -n 20\`、\`tail -n 20\`、\`sort\` 和 \`wc -l\`，不接受 \`${tool}\`：请去掉它，或用 -o jsonpath 或 -l。`,
  grepOption: ({ option }) =>
    `不接受 \`grep ${option}\`：grep 接受 -i、-v、-A、-B 和 -C 加数字、-e，以及 -E 加用 | 分隔的词。`,
  grepWords: () => "grep 只接受一个词，含空格时要加引号：| grep -i 'back off'。",
  grepPattern: ({ special, pattern }) =>
    `grep 按原样查找词，而不是模式：请从 \`${pattern}\` 中去掉 \`${special}\`。`,
  lineCount: ({ tool }) => `\`${tool}\` 需要行数，至少为 1：| ${tool} -n 20。`,
};

export const risks: Readonly<Record<CommandRisk, string>> = {
  logs: "日志可能包含个人数据。",
  configMaps: "ConfigMap 可能包含看起来不像密码的密码。",
  releases: "发行版的值可能包含看起来不像密码的密码。",
};

export const refusalTexts = { refusals, risks };
