// What an error text means where Azure's side is fine. Inside a sentence, and without a stop.
import type { Hint } from "../../../core/diagnosis/hint.ts";

export const hints: Readonly<Record<Hint, string>> = {
  olderCertificate:
    "你的 kubeconfig 信任的是集群的旧证书，或者途中有设备解密 TLS：请运行 az aks get-credentials --overwrite-existing",
  expiredCertificate:
    "证书已过期，或者你的时钟不准：请重新获取 kubeconfig；如果没有帮助，则必须轮换集群的证书",
  kubernetesRefuses: "网络没有问题，是 Kubernetes 拒绝了你的请求：请用 -n 指定命名空间，或申请更大范围的角色",
  noLocalAccounts: "集群禁用了本地帐户：请去掉 --admin，用 Entra 登录",
  nodeUnreached:
    "是集群自身无法通过端口 10250 访问某个节点，与你的路径无关：请检查文本提到的节点、节点之间的过滤规则，以及 kube-system 中的 konnectivity 代理",
  proxyBetween: "你与 API 服务器之间有代理：请为其名称和地址设置 NO_PROXY，或取消 HTTPS_PROXY",
  tlsUnanswered:
    "有设备接受了连接却没有应答：可能是检查 TLS 的防火墙，也可能是 Azure 自身；请让另一个网络的同事试试，并查看 Azure 状态页",
  kubeloginMissing:
    "缺少 kubelogin：请用 az aks install-cli 安装，然后运行 kubelogin convert-kubeconfig -l azurecli",
  kubeloginFails:
    "kubelogin 得不到令牌：请先运行 az login，再运行 kubelogin convert-kubeconfig -l azurecli，然后重试",
  signInAgain:
    "你的登录已失效：请运行 az login，并用 --tenant 指定集群的租户，再用 kubelogin remove-tokens 删除 kubelogin 保存的令牌",
  tenantOfAnother:
    "你登录的不是集群的租户，或者不是该租户的成员：请运行 az login --tenant 并指定集群的租户，然后重新获取 kubeconfig",
  tokenRefused:
    "网络没有问题，是 API 服务器不接受你的令牌：请用 az login 登录集群的租户，重新获取 kubeconfig，并运行 kubelogin convert-kubeconfig -l azurecli",
  secretExpired:
    "有一个客户端机密已过期：如果是集群自己的，请运行 az aks update-credentials --reset-service-principal",
  conditionalAccess: "条件访问的要求超出了你这次登录：请在它接受的设备上用 az login --tenant 重新登录",
  identityLacksRole: "集群的标识在错误所指的资源上缺少角色：必须由其所有者重新授予",
  subnetFull: "子网没有地址供更多节点使用：请减少节点数，或在另一个子网中使用节点池",
  policyDenies:
    "网络没有问题，也没有谁的登录被拒绝：是集群内的策略（Azure Policy 的或所有者自己的）拒绝了所发送的内容；请修改文本中指出的部分，或请策略的所有者豁免",
  workloadRefused:
    "被拒绝的不是你，而是文本中的服务帐户，它由 Pod 或流水线使用：请在该命名空间中把它绑定到允许文本所述操作的角色",
  componentRefused:
    "被拒绝的不是你，而是集群自身的一部分，即某个节点或控制器：请检查该部分，而不是你自己的权限",
  quotaReached:
    "网络没有问题，是命名空间的配额已用尽：请减少请求、删除不需要的资源，或请其所有者提高文本中指出的配额",
  podSecurity:
    "网络没有问题，是命名空间的 Pod 安全级别不允许这样的 Pod：请修改文本列出的内容，或请命名空间的所有者降低级别",
  ruleDenies: "网络没有问题，你也不缺权限：是集群的一条规则拒绝了所发送的内容，具体写在 “is forbidden” 之后",
  kubeconfigMissing:
    "kubectl 在运行的地方没有找到带当前上下文的 kubeconfig，因此访问了本机：请运行 az aks get-credentials，然后运行 kubectl config use-context",
  serverBusy:
    "API 服务器有应答，但因请求过多而拒绝部分请求：如果它曾内存不足，AKS 还会限制系统以外的所有客户端；请在监视或审核日志中查找谁的 list 或 watch 最多",
  storeFull:
    "集群的存储 etcd 已满，不再接受写入：请删除过多的对象，例如旧的 Job、Helm 发布的 Secret 或自定义资源；如果仍不够，请向 Microsoft 提交工单",
  webhookUnreached:
    "API 服务器有应答，但它必须询问的集群内 Webhook 没有应答：请检查文本所指 Webhook 背后的 Pod、网络策略，以及 kube-system 中的 konnectivity 代理",
  tlsTooOld:
    "双方没有共同的 TLS 版本：客户端过旧，或被设为使用 TLS 1.0 或 1.1，或者途中有设备解密 TLS；请先更新客户端",
  cloudShellSignIn: "这是 Cloud Shell 自身的登录：请先在其中运行 az login",
};
