// What would change something, in Chinese.
import type { ChangeWords } from "../language.ts";

const verbs =
  "重启|重新启动|重启一下|重启下|删除|删掉|删|清除|清理|扩容|缩容|扩|缩|伸缩|扩展|升级|升级到|升|更新|启动|开启|开机|关机|停止|停掉|停|停用|关闭|关掉|回滚|回退|部署|重新部署|重部署|发布|上线|安装|卸载|修改|改成|调整|编辑|打补丁|驱逐|排空|隔离|封锁|drain|cordon|uncordon|restart|scale|delete|apply|upgrade|rollback|deploy|patch|exec|加到|加入|添加|加进|加白|放行|开放|开通|创建|新建|增加|减少|杀掉|杀死|kill|建|建个|新建个|创建个|加个|删个|起个|滚动重启|恢复备份|挂起|轮换";

export const change: ChangeWords = {
  verbs: `${verbs.replaceAll("|", " ")} 删不了 删不掉 不能删 没法删 重启不了 改不了`,
  phrases: [
    `^${verbs}`,
    `把|将 …${verbs}|重启了|删了|停了|升级了|关了|回滚了|回滚到|退回到|撤回到|干掉|清掉|重建|挪|迁|切|拉起|拉起来|扩到|缩到|扩成|缩成|加到|调到|调大|调小|改为|换成`,
    `给|对 …${verbs}`,
    `想|要|需要|想要|得|帮我|帮忙|可以|能 ${verbs}`,
    `怎么|如何|怎样 ${verbs}`,
    `${verbs} 一下|下|吧|掉|一遍|试试|行不行|好不好`,
    "扩容|缩容|伸缩|扩|缩|扩展|升级|升|回滚|改|调|调整|修改|加|降|降级 到|成|为|回",
    "杀掉|删掉|干掉|清掉|停掉|关掉|删|杀 重来|重建|重新|再|吧|试试|看看|行不行|可以吗",
    "扩到|缩到|扩成|缩成|扩容到|缩容到|调到",
    "删了|停了|关了|重启了|杀了|清了|回滚了|撤了|升了|扩了|缩了 吧|行吗|可以吗|好吗",
    "加|放 到|进 白名单",
    "hpa|maxreplicas|minreplicas|pvc …调|调到|改|改到|设|设成|扩|扩到|加到 <number>",
    "start|启动|拉|开 起来",
    "^加|增加|添加|减|减少|扩|扩到|缩到 …节点|副本|实例|机器|节点池",
  ],
  unlessAsked: [
    "^允许|让|禁止|屏蔽|封禁|拉黑|放开 <address>",
    "请|帮我|麻烦|帮忙 允许|让|禁止|屏蔽|封禁|拉黑|放开 <address>",
  ],
  inside: "副本 节点池 应用 容器 replica replicas workload 工作负载 yaml yml 文件",
  never:
    "次数 多少次 几次 完成了吗 完成没有 完成了没 成功了吗 成功没有 区别 解释 什么意思 能升 能升到 可升级 能升级 可以升级 咋没 怎么没 没扩 没缩 没重启 没回滚 卡住 卡住了 卡 卡着 删不掉 扩不了 扩不出来 扩不上去 缩不下去 缩不了 起不来 停不了 停不下来 重启不了 驱逐不了 诊断 监控 关注 检查 为什么 为啥 为何 一直 老是 总是 哪些 哪个 正在 怎么回事",
  alone: "重启 重启一下 重新启动 升级 扩容 缩容 回滚 重新部署 启动",
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
