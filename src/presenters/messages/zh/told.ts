// 关于机器人本身的问题，每个用一两句话回答。
import type { en } from "../en.ts";

const told: typeof en.told = {
  approve: {
    title: "怎样审批请求",
    text: "在提出请求的频道或聊天里，按请求卡片上的“查看”，或在那里写 `review R-…`：卡片显示会改变的全部内容，以及批准和拒绝的按钮。谁可以审批，由规则中的组决定。",
  },
  approvers: {
    title: "谁来审批",
    text: "允许提出变更的策略规则写明由哪些组审批；请求的卡片会列出这些组，以及其中谁在这里。没有人能批准自己的请求，除非规则写明一个人就够了。",
  },
  azure: {
    title: "我在 Azure 里改变什么",
    text: "只有诊断已经证实并提供的修复，用卡片上的按钮或 `fix R-…`。除此之外，这里不启动、停止、升级集群，也不调整集群大小。",
  },
  emergency: {
    title: "紧急情况",
    text: "策略规则允许紧急变更时，请在频道或群聊里写 `emergency: kubectl … on NAME because 原因`，或 `emergency: fix R-… because 原因`：需要的审批更少或不需要，由规则决定；所有人会立刻收到通知，并看到你的原因。“who am i”显示对你有效的规则。",
  },
  exec: {
    title: "不进入容器",
    text: "我不在容器里打开 shell，不转发端口，也不复制文件：在那里做什么，事先没有人能看到。容器的日志、事件和描述我可以读。",
  },
  file: {
    title: "新建对象",
    text: "还不存在的对象，我只从文件创建：请先在我们的聊天里把文件发给我，再写“kubectl apply -f 文件名”。批准之前会显示将要创建的内容。",
  },
  fix: {
    title: "怎样修复",
    text: "在已证实原因的诊断卡片上按修复按钮，或写 `fix R-…` 加上它的编号：它会提出修复请求，或请有权限的人来做。修复和其他变更一样先查看、再审批。没有这个按钮，就没有我能做的修复。",
  },
  impact: {
    title: "变更会带来什么",
    text: "请按要下达的方式写出变更，例如 `restart payments/api`：执行之前，卡片会显示它涉及哪些对象、会结束多少个 Pod，以及每个字段的前后值。在策略要求的人批准这一内容之前，什么都不会发送，您也可以撤回。您的用户会不会察觉，我无从得知。",
  },
  job: {
    title: "手动运行 CronJob",
    text: "我不手动启动 CronJob：“kubectl create job --from”不在我接受的命令之内。有权限的人可以把 Job 作为文件发送，再用 kubectl apply。",
  },
  press: {
    title: "请按按钮",
    text: "文字里的“好”不会启动任何操作，因为它可能指的是另一张卡片：请在您所指的卡片上按按钮。您的请求以及各自在等什么，按一下就能看到。",
  },
  roles: {
    title: "需要什么权限，由谁授予",
    text: "三处都要允许：这里的策略，按您在 Entra 的组（“who am i”会显示组和它们允许的操作）；您在 Azure 里对该集群的角色；以及您在 Kubernetes 里的权限（“can i delete pods in payments”会去问集群）。我不授予权限：由组或订阅的所有者授予。拒绝操作的卡片会写明缺少哪个角色或组。用 PIM 激活的角色可能要几分钟才生效；先“sign out”再问一次即可取到。",
  },
  terms: {
    title: "术语的含义",
    text: "我说明您的集群在做什么、为什么，不解释术语：`kubectl explain pod.spec` 会显示字段的用途，其余请看 kubernetes.io/docs 和 learn.microsoft.com/azure/aks。如果您有对象处于这种状态，请写 `diagnose NAME`。",
  },
  upgrades: {
    title: "升级和维护",
    text: "集群的版本支持到什么时候、最近在 Azure 里改了什么，诊断会说明。维护窗口、自动升级通道和已弃用的 API 我不读取：前两项可以用 `az aks maintenanceconfiguration list` 和 `az aks show` 查看，最后一项在门户的“诊断并解决问题”里由 AKS 列出。",
  },
  volume: {
    title: "卷用了多少",
    text: "Kubernetes 不提供这个数据：PVC 只显示容量，不显示已用空间。Azure Monitor 监控集群时可以看到。卷满了会出现在 Pod 的日志和事件里，这些我可以读。",
  },
  who: {
    title: "谁改的",
    text: "Kubernetes 没有我能读的记录；通过我做的变更都在审计记录里。谁在 Azure 里改了集群，诊断会说明。工作负载什么时候变过，看它的版本历史和事件。",
  },
  data: {
    title: "我保留什么",
    text: "请求和输出、聊天和问题，保存在部署方指定的地方，保留时间由他们设定；审计记录保留到规定的期限。像密码、密钥的内容在显示和保存之前就会被遮盖。没有任何内容交给 AI。“forget me”会删除属于你的内容，并说明哪些会留下。",
  },
  identity: {
    title: "我用谁的身份",
    text: "用你自己的身份：每个问题都用你的登录去问 Azure、Entra 和集群，所以我只能看到你能看到的，不会更多。我在你们的集群里没有自己的权限。“who am i”显示你的组和它们允许的操作。",
  },
};

export const toldTexts = { told };
