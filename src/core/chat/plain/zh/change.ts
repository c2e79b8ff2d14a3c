// What would change something, in Chinese.
import type { ChangeWords } from "../language.ts";

const verbs =
  "重启|重新启动|重启一下|重启下|删除|删掉|删|清除|清理|扩容|缩容|扩|缩|伸缩|扩展|升级|升级到|升|更新|启动|开启|开机|关机|停止|停掉|停|停用|关闭|关掉|回滚|回退|部署|重新部署|重部署|发布|上线|安装|卸载|修改|改成|调整|编辑|打补丁|驱逐|排空|隔离|封锁|drain|cordon|uncordon|restart|scale|delete|apply|upgrade|rollback|deploy|patch|exec|加到|加入|添加|加进|加白|放行|开放|开通|创建|新建|增加|减少|杀掉|杀死|kill|建|建个|新建个|创建个|加个|删个|起个|滚动重启|恢复备份|挂起|轮换";

export const change: ChangeWords = {
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
