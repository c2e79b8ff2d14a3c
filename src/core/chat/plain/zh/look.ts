// Chinese words for looking into a cluster.
import { look as english } from "../en/look.ts";
import type { LookWords } from "../look-words.ts";

export const look: LookWords = {
  logs: "日志 log logs 输出日志",
  events: "事件 event events warning warnings 告警事件 警告事件",
  usage: "cpu 内存 memory 资源使用 资源使用情况 占用 占用率 使用率 使用情况 使用量 用量 负载 消耗 利用率 top",
  versions: "集群版本 k8s版本 kubernetes版本 版本 版本号 version",
  describe: "描述 详情 详细信息 详细 describe",
  rollout: "rollout 发布 发布完 发布完成 上线完 发布状态 滚动更新 上线状态",
  history: "历史 history 发布历史 回滚历史 回滚记录 发布记录 上线记录 历史版本",
  namespaces: "命名空间 名字空间 名称空间 namespace ns",
  everywhere: "所有命名空间 全部命名空间 namespaces",
  previous:
    "上一次 上次 之前 前一次 previous 上一个 崩溃前 崩溃前的 重启前 重启前的 挂掉前 挂掉前的 旧容器 上个容器 上一个容器 重启之前 重启之前的 崩溃之前 挂掉之前 之前的",
  past: ["崩溃|挂|挂掉|重启|死 之前|前|以前", "旧|上个|上一个|之前 容器|实例"],
  byRestarts: ["重启 …最多|次数|排序|最频繁", "最多|最频繁 …重启"],
  happens: "发生 发生了 警告 告警",
  ofDeployment:
    "副本 副本数 几个副本 多少副本 镜像 镜像版本 image tag limit limits request requests 资源限制 内存限制",
  ails: [
    "重启|重启了|重启过|崩|崩溃|崩了|挂|挂了|oom|起不来|启动不了|不健康|没起来|报错|不工作|不能用|没响应|不正常|502|503|500",
    "卡住|卡住了|卡着|卡在|打不开|解析不了|解析失败|失败|失败了|超时|超时了|有问题|不动|不动了|删不掉|挂载不上|挂不上|扩不了|扩不上去|缩不下来|缩不下去|缩不了|驱逐不了|重启不了|没跑起来|没触发|没执行|没续|不扩|不缩|不扩容|连不上",
    "没|没有|不 跑|触发|执行|续|扩|缩|扩容|缩容|调度|生效|续期|更新",
  ],
  whys: ["为什么|为啥|为何|咋|怎么|怎么回事|什么原因|原因|啥原因|啥情况|怎么了"],
  lists:
    "列出 列一下 列 列表 列举 清单 哪些 有哪些 哪个 几个 多少 所有 全部 显示 展示 看看 看一下 查看 有没有 list show get",
  ofNode: "压力 磁盘压力 内存压力 pressure diskpressure memorypressure 污点 taint taints kubelet",
  expiry: ["证书|tls …过期|到期|有效期"],
  states: {
    ImagePull: [
      "拉|拉取|拉不下来|拉不到|拉取失败 镜像|image",
      "镜像|image 拉|拉取|拉不下来|拉不到|拉取失败|拉取不到",
    ],
    Pending: ["挂起 的|状态", "处于|卡在|状态 挂起"],
    Evicted: ["被驱逐|被驱逐的|被驱逐了|已驱逐|已驱逐的"],
    Terminating: ["终止状态|终止中|正在终止"],
    CrashLoop: ["崩溃循环|循环重启|循环崩溃"],
  },
  notRunning: [
    "不|没|没有|非|不是|未|不在|没在 running|ready|运行|就绪|运行的|跑",
    "没就绪|没有就绪|未就绪|没跑起来|没起来|起不来 的|pod|pods",
  ],
  running: "跑着 运行着 跑 工作负载",
  lines: "行 条 lines line",
  minutes: "分钟 分",
  hours: "小时 个小时 钟头 个钟头",
  half: "半 半个",
  one: "一个 过去 最近",
  numbers: "一 两 三 四 五 六",
  begins:
    "看 看看 看一下 看下 查看 查 查一下 查下 查查 列 列出 列一下 列举 显示 展示 给我 有啥 哪个 列一下 拉 拉取 拉一下 获取 打印 输出 有 有哪些 哪些 什么 几个 多少 所有 全部 最近 最新 想看 发 贴 get show list",
  beside: `
    的 看 看看 看一下 看下 查看 查 查一下 列 列出 列一下 列表 清单 显示 展示 给我 拉取 拉一下 获取 打印 输出 有哪些 有什么 有啥 都有 最高 最多 最大 在跑 报错 名字 名称 信息 情况 状态 概况 状况
    运行 运行的 正在 正在运行 重启 崩溃 挂 挂了 挂掉 失败 异常 不正常 报错 卡住 pending crash crashloopbackoff 就绪 ready 没就绪 没有就绪 没起来 数量 总数 全部 最近 最新 当前 目前 warning 警告 错误 占用 使用 用了 消耗 多少 资源 对象 容器 应用
    来 出来 一份 列表吧 拉出来 打出来 列一列 查询 导出 崩 崩了 卡 卡在 卡住了 出错 报错的 异常的 失败的 挂了的 挂掉的 重启过 好 正常 正常的 不健康 健康 没 不 没有 都 起来 起不来 拉不起来 一样 一致 相同 差别 区别 差在哪 驱逐 被驱逐 被驱逐的 被驱逐了 已驱逐 已驱逐的 绑定 绑定成功 生效 就绪探针 存活探针 探针 crashloop crashing running completed evicted error failed unknown oom oomkilled imagepullbackoff terminating notready 创建 最新的 最近的 当前的 详细 具体 完整 所在 哪里 里的 中的 上的 下的 下面的 里面的 所有的 那些 哪些 几个 个数 叫 名为 想看 一共 总共 发 发给我 贴 过去 内 kubectl
  `,
  inside: "命名空间",
  within: "在 从",
  of: "",
  named: "叫 名为 叫做",
  behind: "的 里 里的 里面 里面的 中 中的 下 下的 下面 下面的 空间",
  isLast: true,
  spaces: "ns namespace 命名空间 名字空间 名称空间",
  noNames: `${english.noNames} ${english.beside.replace(/\b(?:app|container)\b/g, "")}
    container containers cluster clusters healthy unhealthy resolve renew renewed cert certs disk diskpressure memorypressure servfail nxdomain rollout autoscaler test
    stop start max min maximum minimum grep force branch merge rebase jira command invoke http https url
    token limit limits request requests resource resources kill config true false none yes no bug fix issue
    issues error errors warning info debug ok fail failed success status ready running the is a an of in on
    to and or not it as would by for with 意思 支付 反馈 磁盘 磁盘压力 内存压力 压力 挂载 挂不上 挂载不上 单子 对账 后端 前端
    kubelogin 下次 手动 定时 自动 坏的 好的 那台 这台 哪台 几台 一台 两台 用户 客户 业务 页面 网页 网站 后台 前台 请求 流量 带宽 延时 接口 数据 数据库 缓存 队列 消息 消费 积压
    堆积 订单 库存 登录 注册 首页 规格 大小 容量 空间 上限 下限 限制 配额 额度 阈值 最大 最小 最多 最少 平均 峰值 原来 以前的 现在的 之前的 刚刚的 变成 成了 只有 剩下 还剩
    不够 超过 超了 时间 日期 有效期 到期 到期时间 过期时间 剩余 名字 地址 端口 域名 路径 规则 策略 标签 注解 参数 变量 环境变量 文件 目录 版本号 标签页
  `,
  noNameEnds: "",
  capitals: false,
  noTypes: english.noTypes,
  types: {
    节点: "nodes",
    服务: "services",
    部署: "deployments",
    容器组: "pods",
    密钥: "secrets",
    机密: "secrets",
    任务: "jobs",
    定时任务: "cronjobs",
    配置项: "configmaps",
    配置字典: "configmaps",
    存储卷: "persistentvolumes",
    持久卷: "persistentvolumes",
    持久卷声明: "persistentvolumeclaims",
    存储卷声明: "persistentvolumeclaims",
    存储声明: "persistentvolumeclaims",
    自动伸缩: "horizontalpodautoscalers",
    自动扩缩容: "horizontalpodautoscalers",
    弹性伸缩: "horizontalpodautoscalers",
    配置映射: "configmaps",
    作业: "jobs",
    有状态集: "statefulsets",
    守护进程集: "daemonsets",
    副本集: "replicasets",
    入口: "ingresses",
    网络策略: "networkpolicies",
    端点: "endpoints",
    服务账号: "serviceaccounts",
  },
  never: ["为什么|为啥|怎么回事", "怎么|如何|怎样 连|连接|连上|访问|进|进入|登录"],
};
