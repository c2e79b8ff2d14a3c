// What an error text means where Azure's side is fine. Inside a sentence, and without a stop.
import type { Hint } from "../../../core/diagnosis/symptom-table.ts";

export const hints: Readonly<Record<Hint, string>> = {
  olderCertificate:
    "你的 kubeconfig 信任的是集群的旧证书，或者途中有设备解密 TLS：请运行 az aks get-credentials --overwrite-existing",
  expiredCertificate:
    "证书已过期，或者你的时钟不准：请重新获取 kubeconfig；如果没有帮助，则必须轮换集群的证书",
  kubernetesRefuses: "网络没有问题，是 Kubernetes 拒绝了你的请求：请用 -n 指定命名空间，或申请更大范围的角色",
  noLocalAccounts: "集群禁用了本地帐户：请去掉 --admin，用 Entra 登录",
  nodeUnreached:
    "API 服务器有应答，但无法通过端口 10250 访问某个节点：请检查它提到的节点，以及 kube-system 中的 konnectivity 代理",
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
  azurePolicy: "Azure Policy 在集群内拒绝了它：必须由策略的所有者豁免",
  cloudShellSignIn: "这是 Cloud Shell 自身的登录：请先在其中运行 az login",
};
