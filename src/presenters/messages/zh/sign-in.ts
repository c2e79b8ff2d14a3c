// Signing in and out.
import type { signInTexts as en } from "../en/sign-in.ts";

export const signInTexts: typeof en = {
  nameless: "我只能答复 Microsoft Teams 连同其 Entra 帐户一起告知我的人。",
  signInElsewhere: {
    title: "请先登录",
    subtitle: "我以你的身份读取 Azure，因此必须知道你是谁。请在我们的个人聊天中登录一次；然后我在这里继续。",
  },
  signInFailed: {
    title: "✖ 未登录",
    code: "Entra 的代码",
    api: "用于",
    apis: { arm: "Azure Resource Manager", kubernetes: "集群", graph: "Microsoft Graph" },
    admin: "Entra 管理员必须为所有人同意一次。",
  },
  signedIn: {
    title: (name) => `✔ 已登录为 ${name}`,
    resumed: "正在继续处理你的问题。",
    ready: "请提问。等待超过十分钟的问题需要重新提问。",
    late: "该卡片已旧，因此当时的请求没有执行：请重新提问。",
  },
  signedOut: {
    title: "✔ 已注销",
    subtitle: "我已忘记你的登录。下次提问时会再次要求登录。",
  },
  signIn: {
    summary: "请登录以继续",
    text: "请登录，以便我以你的身份读取 Azure。",
    goOn: (asked) => `请登录，以便我以你的身份继续：${asked}`,
    button: "登录",
  },
};
