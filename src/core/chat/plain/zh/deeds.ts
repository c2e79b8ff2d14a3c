// What is done to something in a cluster, in Chinese, and what nothing here does.
import type { Deed } from "../language.ts";
import type { Phrases } from "../phrases.ts";

const many = "副本|副本数|replicas|replica|实例|实例数|pod|pods";
const to = "到|成|为|改成|改为|改到|调到|调成|调整到|调整为|设为|设成|设置为|变成|加到|减到|要|需要|给|来";

export const deeds: Readonly<Record<Deed, Phrases>> = {
  resize: ["pvc …扩|扩到|扩成|扩容|扩容到|加到|加大|调到|调大|改到", "扩|扩容|扩大|加大 …pvc"],
  undo: [
    "回滚|回滚一下|回退|退回|退回到|rollback|撤销|撤回|回滚到",
    "恢复|还原|回到|回 到 上一个|上个|之前 版本|发布",
    "恢复|还原|回到 上一个|上个|上一|之前 版本|发布",
  ],
  image: [
    "镜像 …换成|改成|改为|更新|更新到|更新为|换|设为|设成|升级到|切到|换到",
    "换|更换|更新|修改|改 …镜像",
  ],
  autoscale: [`hpa|maxreplicas|minreplicas|自动伸缩|自动扩缩容 …${to} …<number>`],
  limits: [
    "内存|cpu|limit|limits|memory|request|requests|资源限制|内存限制|限制 …改|改到|改成|改为|调|调到|调成|调大|调小|调高|加|加到|加大|提到|提高|降到|设成|设为|设置|扩到|升到",
    "把|将|给|调|调大|调小|调高|改|加大|提高|增加|降低 …内存|cpu|limit|limits|memory|request|requests|资源限制|内存限制 …改|到|成|为|加|调大",
  ],
  suspend: [
    "suspend",
    "暂停|停用|停掉|停|挂起 …cronjob|cronjobs|定时任务",
    "cronjob|cronjobs|定时任务 …暂停|停用|停掉|停|挂起",
  ],
  resume: [
    "取消|解除 挂起|暂停",
    "恢复|启用 …cronjob|cronjobs|定时任务",
    "继续|恢复 发布|rollout|部署|滚动更新|上线",
    "发布|rollout|部署|滚动更新|deployment 继续",
  ],
  scale: [
    "扩容|缩容|扩|缩|伸缩|扩到|缩到|扩成|缩成|扩容到|缩容到|scale|扩展到|扩容成",
    `${many} …${to} …<number>`,
    `${to} …<number> …${many}`,
    "恢复成|恢复到|还原成|调回|改回 <number>",
    "调到|加到|减到|增加到|减少到 <number>",
  ],
  restart: ["重启|重新启动|重启一下|重启下|滚动重启|重拉|restart|重启掉|拉起来"],
  uncordon: [
    "uncordon|恢复调度|解除封锁|取消封锁|可调度|重新调度|解封|取消隔离|接受调度|允许调度|开放调度",
    "恢复|重新|允许|接受|开启|打开 …调度",
  ],
  cordon: [
    "cordon|封锁|隔离|禁止调度|停止调度|不可调度|暂停调度|停用调度|不再调度",
    "停止|禁止|暂停|不 …调度",
  ],
  pause: [
    "暂停|暂停一下|停下|停住 …发布|rollout|部署|滚动更新|上线|deployment",
    "发布|rollout|部署|滚动更新|deployment …暂停|停住",
  ],
  drain: ["drain|排空|腾空|驱逐|疏散|腾出来", "赶|挪|移 走|到"],
  delete: [
    "删除|删掉|删|干掉|杀掉|杀死|杀|kill|移除|清掉|干死|强删|清了|清一下|清一清|清理|清理一下|清空|delete|删一下|删了|清理掉",
  ],
};

const azure = "集群|群集|节点池|nodepool|订阅|虚拟机|vm|vnet|子网|防火墙|防火墙规则|nsg|镜像仓库|证书|数据库";
const inside =
  "命名空间|namespace|rolebinding|角色|serviceaccount|secret|configmap|deployment|service|ingress";
const make =
  "创建|创建一个|新建|新建一个|建|建个|建一个|新建个|搭|搭建|搭一个|搭个|起|起一个|起个|开|开一个|做|做个|弄|弄个|加一条";
const manage =
  "删除|删掉|删|升级|升级到|升|启动|开启|停止|停掉|关停|关掉|重启|扩容|扩|扩到|缩容|缩|加|加个|加一个|增加|添加|迁移|备份|改名";

export const beyond: Phrases = [
  `${make} …${azure}|${inside}`,
  `${azure} …创建|新建|搭建|搭`,
  `${manage} ${azure}`,
  `${azure} ${manage}`,
  "加|加个|加一个|增加|添加|再 …节点",
  "加到|扩到|缩到|扩容到|调到|减到 …<number> …节点|台|机器",
  "手动|手工|重新|再 跑|触发|执行|触发一次|跑一次|跑一遍|执行一次|触发一下 …job|cronjob|任务|定时任务",
  "手动|手工 …跑|触发|执行|触发一次|跑一次|跑一遍|执行一次|触发一下",
  "job|cronjob|任务|定时任务 …手动|手工",
  "部署|发布|上线|安装 …应用|版本|新版本|代码|chart|程序",
];

/** The same, whatever else the line says. */
export const topics: Phrases = [
  "给|给我|要|把|授予|授权|分配|加|开|要 …管理员|管理员权限|管理员角色|角色|cluster-admin|owner|contributor|权限给",
  "加到|加入|添加到|设为|变成 cluster-admin|管理员|角色",
  "多少钱|费用|成本|账单|花费|花钱|价格|贵|计费",
  "花 多少|钱",
  "诗|笑话|故事|歌|作文|天气|披萨|外卖|午饭|晚饭|菜谱|足球|翻译",
  "eks|gke|aws|gcp|openshift|阿里云|腾讯云|华为云|rancher|ecs|minikube",
  "工单|提单",
  "总结|总结一下|汇总|写|写个|写一个|写一首|写一份 …事故|故障|报告|邮件|代码|脚本|文章|模块|文档|昨天",
  "谁|是谁 …值班|oncall|on-call",
  "订|预定|安排|约|点 …会议|会|会议室|机票|披萨|外卖|饭",
  "提醒|通知|打电话 我|给我",
  "开|建|提|新建|开一张|提一张 …单|票",
  "jira|confluence|禅道|单子|单|票 …关|关了|关掉|建|提|改|更新|加|写",
  "关|关了|关掉|建|提|改|更新 …jira|confluence|禅道|单子",
  "值班表|排班表|排班|值班 表|安排",
  "rebase|merge|合并|变基|cherry-pick …分支|branch|代码|pr|mr|main|master",
  "分支|branch|pr|mr …变基|变基到|rebase|merge|合并|合一下",
];
