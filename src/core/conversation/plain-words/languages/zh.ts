import type { ChangeWords, Language, MayWords, Phrases, TalkWords } from "./language.ts";
import { look } from "./zh-look.ts";
import { order } from "./zh-order.ts";
import { command, sentence } from "./zh-sentence.ts";
import { common, known } from "./zh-words.ts";

// Addresses that are asked about, in Chinese.

/** Whether an address is let in is asked. */
const allows = "允许 被允许 放行 放行了 加白 加白了 白名单 能 能不能 可以 可不可以 授权";

/** It does not get in. */
const turnedAway: Phrases = [
  "拒绝|拒绝了|拦|拦了|拦截|拦住|挡|挡了|拉黑|拉黑了|屏蔽|封|封了|禁止 <address>",
  "<address> 被 拒绝|拒绝了|拒|拒了|拦|拦了|拦截|拦住|挡|挡了|拉黑|拉黑了|屏蔽|屏蔽了|封|封了",
  "<address> 被拒绝|被拒",
  "不|没|没有|不能|别 允许|放行|让|加白 <address>",
  "<address> 不|没|没有 允许|被允许|放行",
];

/** What lies inside, or goes out. */
const notLetIn: Phrases = [
  "访问|连|连接|连上|连到|到|ping|ssh|nslookup|curl|telnet|访问不了|连不上|解析|去 <address>",
  "无法访问|不能访问|没法访问|无法连接|不能连接|没法连接 <address>",
  "从 <cluster>",
  "出站|出口流量|外发|egress",
  "除了|除 <address>",
  "<address> 以外|之外|外",
  "ssh|rdp",
  "应用|服务|节点|ingress|pod|pods|node|nodes|容器|工作负载|网站|数据库|命名空间|入口|app|service",
];

// What is said beside a question, or asked of an answer, in Chinese.

/** Nobody is to look inside the cluster for it. */
const leavesOut: Phrases = [
  "不看|别看|不要看|不用看|不查看|别查看|不要查看|不用查看|不进|别进|不要进|不进入|不要进入 内部|里面|集群内部|集群里面",
  "不看|别看|不要看|不用看|不查看|别查看|不要查看|不用查看|不进|别进|不要进|不进入|不要进入 集群 内部|里面",
  "不|别|不要|不用 看|查看|进|进入 内部|里面|集群内部|集群里面",
  "不|别|不要|不用 看|查看|进|进入 集群 内部|里面",
  "不含|不包括 内部|集群内部",
  "只看|仅看|只查 路径|通路|链路$",
];

/** Of the last answer; another word beside it asks something else. */
const why: Phrases = [
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

const may: MayWords = {
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

// What would change something, in Chinese.

const verbs =
  "重启|重新启动|重启一下|重启下|删除|删掉|删|清除|清理|扩容|缩容|扩|缩|伸缩|扩展|升级|升级到|升|更新|启动|开启|开机|关机|停止|停掉|停|停用|关闭|关掉|回滚|回退|部署|重新部署|重部署|发布|上线|安装|卸载|修改|改成|调整|编辑|打补丁|驱逐|排空|隔离|封锁|drain|cordon|uncordon|restart|scale|delete|apply|upgrade|rollback|deploy|patch|exec|加到|加入|添加|加进|加白|放行|开放|开通|创建|新建|增加|减少|杀掉|杀死|kill|建|建个|新建个|创建个|加个|删个|起个|滚动重启|恢复备份|挂起|轮换";

const change: ChangeWords = {
  verbs: `${verbs.replaceAll("|", " ")} 删不了 删不掉 不能删 没法删 重启不了 改不了`,
  kubectl: {
    删除: "delete",
    删掉: "delete",
    删: "delete",
    删不了: "delete",
    删不掉: "delete",
    不能删: "delete",
    没法删: "delete",
    重启不了: "rollout restart",
    改不了: "edit",
    重启: "rollout restart",
    重新启动: "rollout restart",
    回滚: "rollout undo",
    扩容: "scale",
    缩容: "scale",
    伸缩: "scale",
    排空: "drain",
    drain: "drain",
    隔离: "cordon",
    cordon: "cordon",
    编辑: "edit",
    修改: "edit",
    创建: "create",
    打补丁: "patch",
    scale: "scale",
    delete: "delete",
    restart: "rollout restart",
  },
};

// How people talk to each other in Chinese.

const talk: TalkWords = {
  well: [
    "是 通|好|正常|稳定|健康|没问题 的",
    "好了|恢复了|恢复|正常了|正常|没问题了|没问题|没事了|没事|能用了|可以用了|又能用了|通了|能连了|能连上了|可以了|起来了|稳定了|好使了|修好了|一切正常|已恢复|已正常|好多了|连上了|上去了|可用了|又好了",
    "可以|还行|好的|连得上|连得通$",
  ],
  asking:
    "请 请问 帮 帮我 帮忙 麻烦 查看 看看 看一下 看下 检查 诊断 列出 显示 执行 运行 查 查一下 排查 求助 给我 把 将 给 对 监控 关注 重启 在 求 求问 求助 拜托 想问 想问下 想知道 问下 问一下 查询 告诉 换成 切到 盯 盯着 订阅 取消 停止 描述 获取 拉取 导出 打印 测 测试 确认 分析 定位 开通 开启",
  questions:
    "why what how when which 原因 几点 下次 回来没 差在哪 多少来着 咋没 怎么没 为什么 为啥 为何 何时 啥 啥情况 咋办 怎么办 咋整 怎么搞 几 哪儿 哪里 哪 通不通 行不行 好不好 在不在 要不要 用不用 需不需要 有木有 能否 可否 正不正常 连不连得上 死没死 挂没挂 没呢 了没 没有吗 多久 多长时间 什么时候 啥时候 改了啥 动了啥 谁 哪位 怎么 怎么样 咋样 怎么了 怎么啦 怎么回事 咋 咋了 咋回事 如何 怎样 什么 什么情况 啥情况 什么问题 什么变更 哪些 哪个 几个 问了什么 查了什么 跑了什么 执行了什么 问过什么 改了什么 做什么 干什么 有哪些 有什么 你会什么 吗 呢 么 是不是 有没有 能不能 可不可以 是否 多少 了吗 好了吗 恢复了吗 正常吗 正常了吗 还好吗 可用吗 能用吗 通了吗 能用了吗 谁",
  opening:
    "你好 您好 hi hello 哈喽 嗨 大家好 请 请问 麻烦 麻烦你 帮 帮我 帮忙 帮我们 能不能 可不可以 可以 能 能否 可否 想 我想 我想要 我要 我 我们 那 那么 嗯 ok 好 好的 现在 快 快点 赶紧 急 急急急 机器人 bot 顺便 再 也 然后 谢谢 早上好 早 在 去 来 要 需要 想要 各位 大家 同学 老师 你 您 救命 求助 还有 另外 从 到 一下 那个 上 里 的 直接 立刻 马上 立即 先 求 请教 拜托 烦请 劳烦 帮个忙 帮帮我 兄弟 兄弟们 老铁 大佬 亲 小助手 助手 诶 喂 嘿 哎 唉 额 唔 哇 靠 卧槽 我靠 我擦 天啊 妈的 hey 有人在吗 有人吗 在不在 请帮我 请帮忙 要不 不如 干脆 强制 强行 手动 最近 现在",
  pleads: "请 请问 麻烦 麻烦你 帮忙 帮我 请帮忙 请帮我 烦请 劳烦",
  request: [
    "^你|您 能|可以|来|帮|看|看下|看看|看一下|能不能|可不可以|有空|有时间|去|负责",
    "^帮|麻烦 我|忙|看|看下|看看",
    "^看|看下|看看|看一下|处理|来",
  ],
  orders: "你 帮 看 看下 看看 看一下 处理 麻烦 请 重启 来 查 查下",
};

export const zh: Language = {
  sentence,
  talk,
  common,
  known,
  may,
  why,
  allows,
  turnedAway,
  notLetIn,
  leavesOut,
  change,
  order,
  look,
  command,
};
