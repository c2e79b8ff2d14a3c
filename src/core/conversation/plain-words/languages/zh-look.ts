// Chinese words for looking into a cluster.
import { look as english } from "./en-look.ts";
import type { LookWords } from "./language.ts";

export const look: LookWords = {
  logs: "日志 log logs 输出日志",
  describe: "描述 详情 详细信息 详细 describe",
  namespaces: "命名空间 名字空间 名称空间 namespace ns",
  previous:
    "上一次 上次 之前 前一次 previous 上一个 崩溃前 崩溃前的 重启前 重启前的 挂掉前 挂掉前的 旧容器 上个容器 上一个容器 重启之前 重启之前的 崩溃之前 挂掉之前 之前的",
  past: ["崩溃|挂|挂掉|重启|死 之前|前|以前", "旧|上个|上一个|之前 容器|实例"],
  ofDeployment:
    "副本 副本数 几个副本 多少副本 镜像 镜像版本 image tag limit limits request requests 资源限制 内存限制",
  ofNode:
    "压力 磁盘压力 内存压力 pressure diskpressure memorypressure 污点 taint taints kubelet conditions condition",
  states: {
    ImagePull: [
      "拉|拉取|拉不下来|拉不到|拉取失败 镜像|image",
      "镜像|image 拉|拉取|拉不下来|拉不到|拉取失败|拉取不到",
    ],
    Pending: ["挂起 的|状态", "处于|卡在|状态 挂起"],
    Evicted: ["被驱逐|被驱逐的|被驱逐了|已驱逐|已驱逐的|驱逐|驱逐记录|赶走|被赶走"],
    Terminating: ["终止状态|终止中|正在终止"],
    CrashLoop: ["崩溃循环|循环重启|循环崩溃"],
  },
  notRunning: [
    "不|没|没有|非|不是|未|不在|没在 running|ready|运行|就绪|运行的|跑",
    "没就绪|没有就绪|未就绪|没跑起来|没起来|起不来 的|pod|pods",
    "没跑起来|没起来|没在跑|不健康|不健康的|没运行|没运行的|没在运行",
    "除了|除 running",
  ],
  notBound: [
    "没|没有|未|不|没法|无法|不能|还没 绑定|绑定的|绑|绑上|绑住|bound|bind",
    "未绑定|未绑定的|没绑定|没绑定的|没绑上|没绑上的|绑不上|绑不上的|绑定不了|绑定失败|unbound",
  ],
  lines: "行 条 lines line",
  minutes: "分钟 分",
  hours: "小时 个小时 钟头 个钟头",
  half: "半 半个",
  one: "一个 过去 最近",
  numbers: "一 两 三 四 五 六 七 八 九 十",
  begins:
    "看 看看 看一下 看下 查看 查 查一下 查下 查查 列 列出 列一下 列举 显示 展示 给我 有啥 哪个 列一下 拉 拉取 拉一下 获取 打印 输出 有 有哪些 哪些 什么 几个 多少 所有 全部 最近 最新 想看 发 贴 get show list",
  inside: "命名空间",
  within: "在 从",
  of: "",
  named: "叫 名为 叫做",
  behind: "的 底下 底下的 里头 里头的 内的 之下 里 里的 里面 里面的 中 中的 下 下的 下面 下面的 空间",
  owns: "的",
  points: "这个 那个 这 那 这只 那只",
  spaces: "ns namespace 命名空间 名字空间 名称空间",
  capitals: false,
  noTypes: english.noTypes,
  types: {
    nodes: "节点",
    services: "服务",
    deployments: "部署",
    pods: "容器组",
    secrets: "密钥 机密",
    jobs: "任务 作业",
    cronjobs: "定时任务",
    configmaps: "配置项 配置字典 配置映射",
    persistentvolumes: "存储卷 持久卷 卷 数据卷",
    persistentvolumeclaims: "持久卷声明 存储卷声明 存储声明 claim claims",
    horizontalpodautoscalers: "自动伸缩 自动扩缩容 弹性伸缩",
    statefulsets: "有状态集",
    daemonsets: "守护进程集",
    replicasets: "副本集",
    ingresses: "入口规则 入口控制器 入口资源",
    networkpolicies: "网络策略",
    endpoints: "端点",
    serviceaccounts: "服务账号",
  },
};
