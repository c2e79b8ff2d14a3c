// Chinese words that people use when they speak of clusters.

/** No beginning of a cluster's name, unless a word leads to it. */
export const common = `
    401 403 404 500 502 503 504 <address> <number> @ a access accidentally according actual adding admin advance
    afternoon age agent agree ahead alive all allowlist almost alone along alright although altogether among amount an
    and angry anyhow anyway anywhere appear appearing appears apply approval approvals approve approved approves
    approximately argocd as attached attempt attempts authorized autoscaler available average avoid awake aware away
    backlog backwards bad badly bail barely based basically bastion becoming beginning belong beyond big bigger
    biggest blame blocks booting branch break break-glass breakglass briefly broken brought bug bunch burning by call
    can-i capacity careful case caught causes cert certain certs chance check ci clean cleanup clearly click close
    closer cluster clusters command common compare compared completed completely concern config config文件 confirm
    confirmed consider considering consuming contact container containers contains continue contributor cool cordon
    cordoned correct correctly costing count course cpu crash crashed crashes crashing crashloop crashloopbackoff
    crashlooping crazy creates creating critical cronjob cronjobs culprit current cursed cut cutting daily date days
    dead deal dealing debug decide declared deep default defaults definitely delay delayed delete deleting denied
    depends deploy deployment desired despite detached details diag diagnose difficult direct directly disappear
    disappearing disconnect disk disks display distributed dns doubt down dozen drain drain了 drain的 drain过 dump each
    early east eastus easy eating eats eleven else emergency empty ended endless enough environment eof error errors
    especially europe evening event events eventually ever every everybody evicted evicting exact exactly example
    except exec exhausted exist existing exists exit exited exits expect expected expiration expire expires expiring
    expiry explain explode exploding external extra face fact fail failed failing fairly false far faster feel felt
    fetch fifteen fifty fill filled filling fills final finally find fine finished finishes firing first fit fits fix
    floating flux for forbidden force forced forever forgot forty frequently fresh friday front fully further gave
    gdpr general generally give given giving glass gone good got gotten grab great grep grew ground growing grows
    guess halfway hammered hand handled hang happened happening happy hard hardly has have having head healthier
    healthy heavily heavy heck helm help helpful high higher highest history hits hitting holding holds hopefully hot
    hourly however hpa http https huge hundred hungry hurry hurt idle ignore ignored ignoring imagepullbackoff impact
    important improve in inbound include included includes including incorrect increased increasing indeed
    indefinitely info insight instantly instead insufficient invoke involved ip ip段 ip白名单 ip限制 is issue issues it
    itself jira join jumphost k8s版本 k9s kept kill killing kills known kubeconfig kubectl kubelogin kubernetes版本
    lacking lag large largest last lasted lasting late lately latency later latest leaves leaving left lens less level
    lie life likely limited living load local locally login logout long longer look looked looking loop looping loose
    lose losing loss loud low lowest lucky made main mainly major makes making manage managed managing manual manually
    many massive match matter max maxed maximum maxreplicas maybe mean means meant meanwhile memory mention merge
    message middle min mine minimum minor minreplicas mins miss missed misses missing mistake moment month monthly
    most mostly mounted mounting moving much mute mystery names namespaces near nearly necessary need needed neither
    newer newest nice night nightly nite node nodes noise none normal normally north northeurope not notice noticed
    notready nowhere nsg nslookup number numbers nxdomain object objects obvious obviously occasionally occur occurs
    of offline often old older oldest on on-call ongoing oom oomkilled oops open opening or ordinary original
    originally others otherwise ought ourselves outage outdated output outside overall own owner owners p0 p1 p2
    pagerduty pain panic part partial particular particularly pass passed passing patch patience paused peak pending
    people percent period permanently person piece pim ping ping不通 place plain plan planned plenty pls plus pod pods
    point pointing poor popped portal possibly potentially present print prob probably proceed process progress
    progressing promise promised proper properly provisioning provisioningstate pull pulled pulling pulls purpose
    pushing pvc queued quicker quiet quite raised raising ran random randomly range ranges rank ranked rapidly rare
    rarely rate rates rather read reader reading ready real reason reasons rebase receive received recent recently
    recovering red reduced refused region regular regularly related released reliable remain remaining remains renew
    renewed repeat repeated repeatedly replica replicas requested required requires reset resolve resource resources
    responsible restart restarting restarts restored resumed retries retrying return returned rise rising risk risky
    rollback rollout rolls rough roughly round route runner running rush safe safely sanity saturated save saw scale
    schedulable scheduled sec see seemed seen self sends sense sent separate serious serve served serves servfail
    servfails serving sev sev0 sev1 sev2 sev3 severe shape share sharp short shortly showed shutdown side sight sign
    significant silent similar simple simply single situation size skip sleep slight slightly slow slower slowly small
    smaller smoke solid solve somebody somehow someone sometime sometimes somewhat somewhere soon sooner sort sorted
    sorting south space special specific specifically speed spent spike spiked spikes spiking split spot ssh stable
    stale standing start starved state stated states status stay staying stays steady step stop stopped stopping
    straight strange stuck stupid succeeded success such sudden suffering suggest super supposed sure surely survive
    suspend suspended swamped symptom tail taken talk talking talks telling terminated terminates terminating
    terraform terrible test tested testing the their them themselves there thereby therefore think thinking thirty
    thought threshold throughout tight till timeout tiny tired tls to today together token took top total totally
    touch tough toward towards trigger triggered triggering triggers true truly turn turning twelve twenty twice type
    types typical typically ugly uk uksouth ukwest unauthorized unavailable unclear uncordon under underneath
    understood unexpected unexpectedly unhealthy unknown unless unlikely unreachable unready unschedulable unscheduled
    unsure until untouched unusual unwatch up updates updating upgrade upon upset upstream uptime url use used useful
    useless uses using usual usually various version view visible vpn waited waiting waits wake want wanted warning
    warnings wasted watch watches way week weekend weeks weird west westeurope whatever whenever wherever which
    whichever whitelist whoami whoever wide wifi wild win wiped wise wish with without woke wonder wondering word
    words workload workloads world worried worry worse worst worth would wrong x509 yeah year yes yesterday yourself
    zero 一份 一会 一会儿 一切 一台 一声 一大片 一定要 一旦 一样 一片红 一直转圈 一致 一览 上一 上一版 上下文 上不了 上不去 上个 上去 上线 上线了 上线完 上线状态 上线的 上线记录 上线过 上限 下次
    下线 下载 下限 不 不会 不健康 不再 不再调度 不动 不动了 不反应 不可用 不可调度 不可达 不响 不响应 不回 不回应 不在公司 不在办公室 不在家 不够 不太对 不太对劲 不太正常 不好使 不好用 不对 不对劲 不工作
    不干活 不开 不想 不想再 不批 不挂 不改了 不正常 不用 不用了 不稳定 不给力 不能 不能删 不能改 不能用 不能看 不能访问 不能连 不能连接 不行 不行了 不要 不要了 不要再 不见了 不返回 不通 不通了 不通过
    不需要 不需要了 专线 业务 丢了 丢包 两台 个人信息 个人数据 个数 临时 为何 了没 事件 些什么 些啥 人 什么原因 什么变动 什么变化 什么变更 什么情况 什么改动 什么模式 什么毛病 什么程度 什么问题 从哪 以前的
    会不会 伸缩 位置 体检 你会什么 你会做什么 你可以做什么 你是什么 你是干什么的 你是谁 你有什么功能 你有什么用 你的 你能做什么 你能干什么 你能干嘛 你自己 使唤 使用 使用帮助 使用情况 使用方法 使用率 使用说明
    使用量 例子 依然 保存 信息 修好 修好了 修改 修改了 修改的 修改记录 修改过 假死 做 做一下 做个 做了 做了什么 做了啥 做些什么 做些啥 做什么 做什么的 做啥 做完 做完了吗 做过 停 停下 停了 停住 停掉
    停机 停机了 停止 停止关注 停止监控 停止调度 停用 停用调度 停的 停过 健康 健康检查 健康状况 健康状态 偶尔 允许 允许调度 先别 免打扰 全 全部命名空间 全面 公司 公开 公有 公网 公网ip 公网的 关 关了
    关于 关停 关掉 关掉告警 关机 关机了 关注 关注一下 关注列表 关的 关过 关闭 关闭告警 其他 其它 内存 内网 写权限 准 凉了 减 减到 减少 减少到 几台 凭据 凭证 出 出了什么事 出事 出事了 出什么事
    出什么事了 出口 出口ip 出啥事 出啥事了 出故障 出现 出结果 出结果了吗 出错 出错了 出问题 出问题了 分析 分析一下 切 切换 切换了 切换的 切换过 列一列 列表 列表吧 刚刚的 刚断了 创建 创建个 删 删一下
    删不了 删不掉 删个 删了 删掉 删的 删过 删除 删除了 删除的 删除过 利用率 别 别再 别发 别吵 别推 别的 到哪 到哪了 到期 到期时间 前一 前台 前端 剩下 剩余 办公室 办法 功能 加 加个 加入 加到 加大
    加白 加白了 加进 动 动了 动了什么 动了啥 动的 动过 动静 区别 升 升了 升到 升级 升级了 升级到 升级的 升级过 半天 半死不活 单子 占用 占用率 卡 卡住 卡住不动 卡住了 卡在 卡死 卡死了 卡着 卡顿 卸载
    历史 历史版本 原因 原来 去批 参数 及时 反应 反映 反馈 发了 发到 发告警 发布 发布了 发布历史 发布完 发布完成 发布状态 发布的 发布记录 发布过 发版 发版了 发版的 发版过 发生 发生了 发给 发给我 发起
    发送 发送到 取关 取消 取消关注 取消告警 取消封锁 取消监控 取消订阅 取消隔离 取消静音 变了 变了什么 变了啥 变动 变化 变慢 变成 变更 变更了 变更列表 变更历史 变更日志 变更的 变更记录 变更过 变量 只能
    只要 只读 可以了 可以吗 可以用 可以看到 可用 可用吗 可见 可调度 可达 合并 合并了 合并的 合并过 同事 同意 同步 同步到 名字 名称 后台 后端 启动 启用 吱一声 吵 吼一声 告急 告知 告警 告警事件 命令
    命令列表 咋了 咋回事 咨询 响应 哪一步 哪了 哪些变动 哪些变化 哪些变更 哪些改动 哪台 哪条 哪条路 哪步 哪种 哪里有问题 啥事 啥情况 啥问题 喊 喊一声 嗝屁 回 回不来 回到 回滚 回滚一下 回滚了 回滚到
    回滚历史 回滚的 回滚记录 回滚过 回退 在公司 在吗机器人 在哪 在哪里 在家 在查 在线 在跑 地址 地点 坏 坏了 坏掉 坏掉了 坏的 域名 堆积 堡垒机 增加 增加到 处于 外网 多久 够 够不够 大小 大量 太吵 太多
    太慢 失效 失效了 失联 失联了 失败 失败了 失败的 奇怪 好不好 好了 好了吗 好使 好卡 好吗 好慢 好点 好的 存 存活探针 安全 安装 完了 完全 完成 完成了 完成了吗 完成了没 完成没有 完蛋 完蛋了 宕 宕了
    宕机 宕机了 定位 定时 实例 实例数 审批 审批人 审计日志 客户 家 家里 容器 容量 对象 对账 导出 封 封了 封锁 就绪 就绪探针 屏蔽 屏蔽了 属于 峰值 崩 崩了 崩溃 崩溃了 巡检 工作 工作负载 差别 差在哪
    已驱逐 已驱逐的 带宽 带我 帮助 帮帮忙 帮我做什么 干 干些什么 干些啥 干什么 干什么的 干啥 干啥的 干嘛 干嘛的 干掉 干死 平均 库存 应急 应急流程 应急通道 应用 延时 延迟 延迟高 建 建个 开 开了 开启
    开启监控 开始监控 开放 开放了 开放调度 开机 开着 开通 异动 异常 异常了 异常的 弄了 弄坏 弄坏了 弄坏的 弄坏过 弄好 弄完了吗 弄挂 弄挂了 弄挂的 弄挂过 弄的 弄过 强删 当前模式 当前的 影响 彻底 待
    待审批 待批 待批准 很久 很卡 很多 很慢 必须 忘了 忘掉 忘记 快速 忽好忽坏 怎么了 怎么啦 怎么回事 怎么才能 怎么样了 怎样 怎样才能 怪怪的 总 总数 恢复 恢复了 恢复了吗 恢复到 恢复告警 恢复备份 恢复成
    恢复正常 恢复监控 恢复调度 想收 意思 慢 慢得要死 成 成了 成功 成功了 成功了吗 成功没有 我们的 我是谁 我的 我的任务 我的权限 我的查询 我的角色 我的请求 我这个账号 所在 所在地 所有命名空间 所有的 手动
    手机 才能 打不开 打不通 打出来 打开 打满 打爆 打补丁 扛不住 扛不住了 执行 执行不了 执行了 执行了什么 执行什么 执行哪些 执行完 执行的 执行过 扩 扩了 扩到 扩大 扩容 扩容了 扩容到 扩容成 扩容的 扩容过
    扩展 扩展到 扩成 扩的 扩过 批了 批准 批的 找谁 投诉 抖 抖动 抖得厉害 折腾 折腾了 折腾的 折腾过 抛 抛出 报 报告 报警 报错 报错了 报错的 抽风 抽风了 拉不到 拉不起来 拉出来 拉胯 拉起 拉起来 拉黑
    拉黑了 拒 拒了 拒绝 拒绝了 拒绝访问 拒绝连接 拦 拦了 拦住 拦截 拦掉 拿到 持续 持续监控 挂 挂不上 挂了 挂了的 挂掉 挂掉了 挂掉的 挂没挂 挂起 挂载 挂载不上 指令 指令列表 挡 挡了 挡住 挪 授权
    授权ip 授权ip段 授权网段 授权范围 掉 掉了 掉线 掉线了 掉网 掉链子 排查 排查一下 排查下 排空 排障 探针 接入 接入方式 接受 接受调度 接收 控制台 推 推到 推荐 推送 推送到 提 提了什么 提交 提到 提醒
    提问 提高 握手 搞了 搞坏 搞坏了 搞坏的 搞坏过 搞好 搞定 搞挂 搞挂了 搞挂的 搞挂过 搞的 搞过 撑不住 撑不住了 撤了 撤回 撤回到 撤掉 撤销 撤销申请 操作 操作了 操作什么 操作日志 操作的 操作记录 操作过
    支付 支持 收 收到 收到告警 改 改不了 改为 改了 改了什么 改了哪些 改了啥 改到 改动 改动了 改动的 改动记录 改动过 改回 改成 改的 改过 改过什么 改过啥 放 放行 放行了 故障 故障原因 救命 救急 教程 数据
    数据库 数量 整坏 整坏了 整坏的 整坏过 整挂 整挂了 整挂的 整挂过 文件 断 断了 断开 断断续续 断流 断线 断网 断网了 断连 新人 新建 新建个 新来的 方便 方式 方法 无反应 无响应 无权限 无法 无法使用
    无法响应 无法登录 无法解析 无法访问 无法连 无法连上 无法连接 日期 时 时不时 时好时坏 时断时续 时通时不通 是不是要 是否可以 是否有 是谁 暂停 暂停一下 暂停调度 更换 更改 更新 更新为 更新了 更新到 更新的
    更新记录 更新过 最多 最大 最好 最小 最少 最快 最新的 最简单 最近的 最高 有人 有动静 有告警 有异常 有情况 有效期 有木有 有权 有权限 有毛病 有点怪 有结果了吗 有结果吗 有谁 有问题 未审批 机器 杀 杀了
    杀掉 杀死 权 权利 权限 权限列表 来批 查了什么 查到 查好了吗 查完 查完了吗 查过 标签 标签页 根因 根本原因 检查 检查一下 检查下 概况 模式 歇菜 歇菜了 正不正常 正在 正在运行 正常 正常了 正常了吗 正常吗
    正常的 死 死了 死机 死没死 毛病 求助 没 没了 没人 没办法 没动静 没反应 没呢 没响应 没回 没回应 没好 没就绪 没批 没有 没有人 没有反应 没有响应 没有就绪 没有权限 没权 没权限 没法 没法删 没法改 没法用
    没法看 没法访问 没法连 没法连上 没法连接 没生效 没起来 没返回 没通 没通过 注册 注解 注销 活了 活动日志 活没活 活着 活过来 流水线 流量 测 测一下 测试 测试一下 消息 消耗 消费 消音 深度 添加 清一下
    清一清 清了 清单 清掉 清理 清理一下 清理掉 清空 清除 渠道 滚动更新 滚动重启 满了 激活 激活了 炸了 熄火 熄火了 爆了 版本 版本号 特权 特权角色 状况 状态 玩 环境 环境变量 现在的 生产 生成 生效 用
    用不了 用不了了 用不用 用了 用什么 用户 用户名 用户组 用法 用量 由谁 申请 申请单 电脑 留意 留意一下 疏散 瘫 瘫了 瘫痪 登 登上 登不上 登不进 登不进去 登入 登出 登录 登录一下 登录不上 登录不了
    登录方式 登陆 白名单 的问题 监听 监控 监控一下 监控中 监控列表 监视 目录 盯 盯一下 盯下 盯住 盯着 盯紧 直接连 直连 相同 看不了 看不到 看不到了 看不见 看什么 看到 看得到 睡 瞅瞅 破窗 确认 确认一下
    碰 碰了 碰到 碰的 碰过 磁盘 示例 禁止 禁止调度 禁用 禁用了 私有 私有的 私有集群 私网 积压 移 移除 稳定 端口 笔记本 第一时间 等 等审批 策略 简单 算 算了 管 管理 管理员 管理员权限 紧急流程 紧急通道
    红了 线 线上 组 绑定 绑定成功 结束 结果 结果出来了吗 结果呢 继续 维护 缓存 缓过来 编辑 缩 缩了 缩到 缩容 缩容了 缩容到 缩容的 缩容过 缩成 缩的 缩过 缺权限 网段 网站 网络 网页 罢工 罢工了 群 群里
    老是会 老样子 联系不上 能不能连 能不能连上 能够 能用 能用了 能用了吗 能用吗 能看到 能进去 腾出来 腾空 自动 艾特 节点池 范围 菜单 行不行 行吗 被允许 被叫醒 被拒 被拒了 被拒绝 被断开 被重置 被驱逐
    被驱逐了 被驱逐的 要不要 要多久 规则 规格 角色 解封 解析 解析不了 解析不出来 解析不到 解析失败 解除 解除封锁 警告 警告事件 警报 订单 订阅 订阅列表 让 让我 记录 记得 设 设为 设了 设成 设置 设置为
    访问 访问不上 访问不了 访问不到 访问失败 访问得了 访问方式 访问方法 访问权限 访问超时 访问路径 访问限制 证书 诊断 诊断一下 诊断下 诊断到 诊断完 诊断完了吗 试一下 试试 说一声 说不定 说明 请求 读 读不了
    读写 读取 读权限 谁在 谁来 谁的 调 调到 调回 调大 调小 调度 调成 调整 调整为 调整了 调整到 调整的 调整过 调查 调高 负责 负载 账号 账户 贴到 资料 资源 资源使用 资源使用情况 走 走哪 走哪里 走啥 赶
    起不来 起个 起来 起来了 超了 超时 超时了 超管 超过 趴窝 趴窝了 跑 跑一下 跑不了 跑不动 跑不起来 跑了什么 跑什么 跑到 跑完 跑完了吗 跑着 跑过 跟踪 路 路径 路由 路线 跳板机 跳转机 踢 踢了 身份 躺平
    躺平了 转到 转发 转圈 轮换 轮换了 轮换的 轮换过 迁 迁移 迁移了 迁移的 迁移过 过不去 过了 过期 过期了 过期时间 运行 运行什么 运行的 运行着 返回 还剩 还原 还原成 还好 还好吗 还有 还没 还没批 还没有
    还行 还要多久 还要等多久 这个群 这个频道 进 进不了 进不去 进不来 进入 进入方式 进去 进展 进度 进行 进行到 远程 连 连上 连上了 连不上 连不了 连不到 连不进 连不进去 连不进来 连不连得上 连不通 连到
    连得上 连得通 连接 连接不上 连接不了 连接不到 连接不稳 连接失败 连接异常 连接拒绝 连接断开 连接方式 连接方法 连接被拒绝 连接超时 连进 连进去 退出 退出登录 退出登陆 退出账号 退回 退回到 退订 途径 通
    通不通 通了 通了吗 通知 通过 通过了 通道 遇到 那些 那台 部分 部署了 部署的 部署记录 部署过 都有 配 配了 配置 配置了 配置文件 配置的 配置过 配额 重启 重启一下 重启下 重启不了 重启了 重启掉 重启的
    重启过 重建 重拉 重新 重新启动 重新登录 重新调度 重新部署 重来 重置 重装 重装了 重装的 重装过 重部署 锁 锁了 错误 门户 闪断 闪退 闪退了 闭嘴 问 问了什么 问过 问过什么 问问 问题 间歇性 阈值 队列
    防火墙 降 降低 降到 降级 限制 限流 限流了 随时 隔离 集群列表 集群清单 集群版本 需不需要 静音 页面 顶不住 顶不住了 频繁 频道 额度 飘红 首页 驱逐 驳回 驳回了
`;

export const known = `
    aws chart cherry-pick cluster-admin configmap confluence ecs eks gcp gke ingress job master minikube mr nodepool
    oncall openshift ppt pr rancher rolebinding secret service serviceaccount vnet yaml yml 一起 万一 上上周 上个月 上周 上线会 下个月
    下午茶 下周 下回 下季度 下班 不急 不慌 不扩 不扩容 不用看了 不用管 不着急 不缩 不错 两次 也许 也许是 乱动 事故 交接 交接一下 交接班 交给我 什么意思 代码 价格 休假 会丢 会断 会议 会议室 估计 伺候
    作文 例会 修 修了 修复 修复了 值个班 值夜班 值班 值班表 假如 做完了 停不下来 停不了 八成是 公告 写 写一个 写一份 写一首 写个 准备 几次 分支 分配 切错 切错了 创建一个 别忘了 别慌 别管 别管了 前天
    加一个 加一条 加了 加油 升级完了 午餐 午饭 华为云 单 厉害 压测 压测中 去哪 去年 反馈了 发票 发错 发错群 变基 变基到 变更窗口 可以升级 可以忽略 可以的 可升级 可能是 吃什么 吃饭 合一下 同步一下 同步下
    同步了 后天 吐槽 听说 启动不了 告知了 周一 周三 周二 周五 周会 周六 周四 周报 周日 周末 周末愉快 周知 呵呵 咋老 咖啡 咖啡机 哈哈 哈哈哈 哈哈哈哈 啥原因 嗯嗯 嘿嘿 团建 培训 处理了 处理好了 处理完了
    备份 复盘 外卖 多少次 多少钱 夜班 大概是 天气 奶茶 奶茶钱 好像是 好用 子网 安排 审批一下 审核 审核了 对的 对过 对过了 封网 封网期 工单 工资 已修复 已处理 已批准 已解决 年会 年假 年底 应该是 建一个
    开一个 开一张 开会 弄个 归谁 当我没说 当时 待会 微信 忘 忘了吧 快递 忽略 怎么去 怎么老 怎么老是 总结 总结一下 悉知 成本 我也是 我以为 我们会 我们先 我们这边没问题 我会 我估计 我先 我再 我去 我听说
    我待会 我怀疑 我晚点 我来 我猜 我等会 我觉得 我认为 我记得 我负责 手工 打印机 打电话 打算 执行一次 扩不上去 扩不了 扩不出来 批一下 批下 批准了 投影仪 报销 披萨 招人 换个班 换班 授予 排序 排查了 排班
    排班表 提一张 提交了 提单 搞定了 搞错 搞错了 搭 搭一个 搭个 搭建 收了 收工 改名 改好了 改完了 故事 故障报告 敲错 敲错了 文档 文章 新建一个 新版本 方案 明天 明年 明白 明白了 星期一 星期三 星期二
    星期五 星期六 星期四 星期天 是因为 是的 是谁的 显示器 晚安 晚饭 晨会 暂时不要 暂时别 更换了 更新一下进展 最频繁 月底 机票 权限给 查了 检查了 模块 次数 歌 汇总 汇报 汇报了 沟通 沟通了 没回滚 没执行
    没扩 没续 没缩 没触发 没重启 没错 没问题的 测试了 添加到 演练 点赞 照样 牛 牛逼 甩锅 申请了 电话 盯了 看一下了 看了 看情况 看板 看法 看看了 看这个 看错 看错了 真快 真香 知悉 知道了 短暂中断 研究
    研究了 确实 确认了 社保 祖宗 票 禅道 程序 稍等 站会 笑话 等会 等到 等我 管理员角色 约 结束了 给力 续 续了 续期 维护窗口 缩不下去 缩不下来 缩不了 翻译 考勤 联系 联系了 肯定 肯定是 背锅 能升 能升到
    能升级 脚本 腾讯云 花 花费 花钱 菜谱 虚惊 虚惊一场 虽然 行吧 表 解决 解决了 解释 触发 触发一下 触发一次 计划 计费 订 记录了 评审 诊断了 诗 误会 误报 请假 请勿 请客 请知悉 谁写 谁写的 谁管 谁负责
    调班 负责人 账单 贵 费用 起 起一个 足球 跑一次 跑一遍 跟进 跟进了 辞职 还在 进会 退休 通知了 那次 邮件 重启过了 钉钉 钱 链接 键盘 镜像仓库 防火墙规则 阿里云 除非 面试 顶班 预定 预算 预计 飞书 饭
    马上回 驱逐不了 鼠标
`;
