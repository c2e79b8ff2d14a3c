// A refused sign-in in words: what is wrong, and who can help.
import type { Resource, SignInCode, SignInFailure, SignInReason } from "../../../core/requester.ts";

type Api = Readonly<{ name: string; permission: string }>;

export const apis: Readonly<Record<Resource, Api>> = {
  arm: { name: "Azure Resource Manager", permission: "Azure Service Management: user_impersonation" },
  kubernetes: {
    name: "Azure Kubernetes Service",
    permission: "Azure Kubernetes Service AAD Server: user.read",
  },
  graph: { name: "Microsoft Graph", permission: "Microsoft Graph: User.Read 和 GroupMember.Read.All" },
};

/** What helps on a machine; whatever else Entra wants of a person, it asks for it in the sign-in. */
export const advice: Partial<Record<SignInCode, string>> = {
  consentMissing: "Entra 管理员必须同意此登录",
  unavailable: "请一分钟后重试；如果再次出现，请运行 az login 后重新提问",
};

export const words: Readonly<Record<SignInReason, (api: Api, failure: SignInFailure) => string>> = {
  consentMissing: (api) =>
    `AKS On-Call 尚不能代表你调用 ${api.name}：Entra 管理员必须授予它权限“${api.permission}”。`,
  otherDirectory: () => "你的帐户不属于此机器人的目录：请用属于该目录的帐户登录。",
  otherTenant: () => "你登录的帐户属于另一个目录：请用你在 Teams 中使用的帐户登录。",
  otherAccount: () => "你登录的帐户与你在 Teams 中使用的不同：请在此注销，并用 Teams 中的帐户登录。",
  expired: () => "你的登录已过期或被撤销：请重新登录。",
  ranOut: () => "你的登录已过期：请重新登录。",
  armRejects: () => "Azure 不再接受你的登录：请重新登录。",
  botRefused: (api) =>
    `Entra 拒绝了机器人自身对 ${api.name} 的注册：管理员必须检查其机密或证书及其 API 权限。`,
  wrongAudience: () =>
    "机器人的登录连接发放的是另一个应用程序的令牌：管理员必须把其范围设为机器人自己的 access_as_user。",
  conditionalAccess: (api) =>
    `对 ${api.name}，条件访问的要求（多重身份验证或受管理的设备）超出了这次登录：请在此注销并重新登录；如果再次出现，请询问该策略的管理员。`,
  signInNeeded: () => "需要你登录：请重新登录。",
  notSignedIn: () => "你没有登录。",
  cancelled: () => "登录已取消，或其代码已失效。",
  entraSilent: (api) => `请求 ${api.name} 的令牌时，Microsoft Entra 没有应答：请一分钟后重试。`,
  serviceSilent: () => "Bot Framework 的登录服务没有应答。",
  machineNobody: () => "这台机器上没有人登录 Azure：请运行 az login 后重新提问。",
  machineUnclear: () => "Azure 的令牌没有说明属于谁：请运行 az login 后重新提问。",
  machineRefused: (api, { code, detail }) =>
    `Microsoft Entra 没有给出 ${api.name} 的令牌${detail === undefined ? "" : `（${detail}）`}：${advice[code] ?? "请运行 az login 后重新提问"}。`,
};

/** One sentence. */
export const saySignIn = (failure: SignInFailure): string =>
  words[failure.why](apis[failure.resource ?? "arm"], failure);

export const signInFailureTexts = { saySignIn };
