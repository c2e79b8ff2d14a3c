// What the command line is told to do, and what its exit codes say. Words in capitals stand for what is typed.
import type { cliHelp as en } from "../en/cli-help.ts";

export const cliHelp: typeof en = {
  usage: (line) => `用法：aks-oncall ${line}`,
  rights: "以你自己的权限查询 Azure：使用 DefaultAzureCredential 找到的凭据，首先是 az login。",
  examples: "示例：",
  exitCodes: "退出代码：",
  more: "aks-oncall VERB --help 说明某个动词的更多内容；docs/cli.md 说明 JSON 文档。",
  sentence: (does) => `${does}。`,
  does: {
    diagnose: "说明访问集群出了什么问题，与聊天中相同",
    access: "列出接入方式及其步骤，最佳的在前",
    explain: "说明命令会如何被理解和判断，每行一个 JSON 对象；不运行任何命令",
    "policy check": "检查策略是否有效，并运行其中的测试",
    "policy can": "按策略作出决定，并指出起决定作用的规则",
    "audit verify": "证实 DATA_DIR 或 DATABASE_URL 中的审核记录：哈希链、签名、保留期限",
    "audit export": "输出审核记录中的每个事件，每行一个 JSON 对象",
    "store prepare": "以数据库所有者的身份把 DATABASE_URL 中的架构更新到最新；docs/operations.md",
  },
  flags: {
    cluster: "名称、group/name、subscription/group/name 或资源 ID",
    deep: "还通过运行命令、以你在集群中的权限查看集群内部",
    noInside: "不查看集群内部；不写 --deep 时也是如此",
    clientIp: "你的来源 IPv4 地址",
    where: "你所在的虚拟网络，写名称或资源 ID",
    symptom: "你看到的错误，或测试的输出；- 表示从标准输入读取",
    json: "输出一个 JSON 文档，而不是文本",
    from: "你所在之处：IPv4 地址，或虚拟网络的名称或资源 ID",
    for: "询问是否允许某个 IPv4 地址或范围访问",
    stdin: "从标准输入读取命令，每行一条",
    policy: "策略",
    group: "此人在 Entra 中所属组的对象 ID；可以重复",
    ruledCluster: "集群的名称；规则按资源 ID 区分时写资源 ID",
    withoutEntra: "集群未与 Entra 集成：命令以 cluster-admin 运行",
    key: "封存行所用的密钥，PEM 格式；有公钥即可",
    head: "在别处记录的一行，必须出现在审核记录中；或包含这些行的文件",
  },
  exits: {
    good: "查看过的内容没有异常、有可用的接入方式、允许、接受、有效",
    wrongUse: "用法错误：命令行、某项设置或某个文件",
    broken: "故障或降级；所有接入方式都受阻；策略无效；审核记录已被更改",
    unknown:
      "未知：未能读取所需的内容、没有确定可用的接入方式，或找不到集群；规则按资源 ID 区分而只给出了名称；审核记录中有无人证实的行",
    denied: "被策略拒绝，或命令不被接受",
    failure: "登录、Azure 或存储失败",
  },
};
