// English words that people use when they speak of clusters.

/** No beginning of a cluster's name, unless a word leads to it. */
export const common = `
    401 403 4xx 500 500s 502 502s 503 503s 504 5xx <address> <number> abilities abort accept accepting access
    accessible accidentally according account acting activate activated active activity actual add adding address
    addresses admin admins admit advance affected after afternoon age agent agents agree ahead alarm alarms alert
    alerted alerting alerts alive allow allow-listed allowed allowlist allowlisted almost alone along alright alter
    altered alternative although altogether among amount analyse analysis analyze angry annotate answer answering
    answers anybody anyhow anyone anythings anyway anywhere apart app appear appearing appears applied apply approval
    approvals approve approved approver approvers approves approximately apps arent argo argocd around ask asked
    asking asleep assess assign assigned attach attached attempt attempts audit authenticate authorised authorized
    autoscaler autoscaling available average avoid awake aware away awol az back backlog backwards bad badly bail
    banned barely based basically bastion became become becoming began begin beginning behind belong better between
    beyond big bigger biggest blackout blame block blocked blocking blocks blow blown bonkers boot booted booting
    boots borked bounce bounced box break break-glass breaks bricked briefly bring broke broked broken brought build
    bump bumped bunch burning busted busy call calls came can-i cancel cannot cant capacity careful case caught cause
    caused causes causing ceased cert certain certificate chance change changed changelog changes changing channel
    check checking checkup choked choking choose ci cidrs cj claim clean cleanup clear clearly click close closed
    closer cluster-admin cluster-wide clusterwide collapsed colleagues come comes coming command commands common
    compare compared complain complaining complains completed completely concern configured confirm confirmed connect
    connected connecting connection connections connectivity connects consider considering console constantly
    consuming consumption contact container contains context continue contributor cool copies cordon cordoned correct
    correctly costing couldnt course cpu crash crashes crashing crashloop crashloopbackoff crashlooping crawling crazy
    create creates creating credentials creds critical cronjob cronjobs cudnt culprit current cursed customer
    customers cut cutting cycle daily dark dashboard data date day days dead deal dealing deallocate debug decide
    declared decrease deep default defaults definitely degraded del delay delayed delete deleted deleting denied
    denies deny denying depends deploy deployment deployments desired desktop despite destroy detached diag diagnose
    diagnoses diagnosis diagnostics didnt died dies diff difference different difficult direct directly disable
    disabled disappear disappeared disappearing disconnect disconnected disconnecting disconnects disk disks
    distributed dns docs documentation doesn doesnt doing dont door double doubt down download downscale dozen drain
    drained drop dropped dropping drops due dying each earlier early easiest east eastus easy eating eats econnrefused
    edit edited elevated eleven eligible else emergency empty enable enabled end ended endless enlarge enotfound
    enough enter entitled entry environment eof eofs erase error errored erroring errors especially establish
    etimedout europe evacuate evening event events eventually ever everybody everytime everywhere evict evicted
    evicting exact exactly examine example examples except exec execute exhausted exist existing exists exit exited
    exits expand expanded expect expected expiration expire expired expires expiring expiry explain explode exploded
    exploding expose expressroute extend external extra eye eyes face fact fail failed failing failover fails failure
    failures fairly fall fallen falling falls false far faster fastest features feel feeling feels fell felt fewer
    fiddle fiddled fiddling fifteen fifty figure fill filled filling fills filter filtering final finally find fine
    finish finished finishes fires firewall firing first fishy fit fits fix fixed flaky flap flapping flaps floating
    flux follow followed follows forbidden force forced forever forget forget-me forgot forty forward found free
    freezes freezing frequently fresh friday front frozen fubar fuck fucked fucking full fully functional functioning
    funny further gateway gave gdpr general generally get-credentials gets given gives giving glance glass glitch
    glitches glitchy go god goes going gone good gotten grab grant great green grep grew ground group groups grow
    growing grown grows guess guide halfway halted halve hammered hand handled handover handshake hang hanging hangs
    happen happened happening happens happy hard hardly having haywire head heads health healthcheck healthier healthy
    hear hears heavily heavy heck hell helm help helpful hiccup hiccups high higher highest history hit hits hitting
    hold holding holds holler home hopefully hosed host hot hotel hourly house howdy however hpa huge hundred hung
    hungry hurry hurt hurting identity idle ignore ignored ignoring imagepullbackoff impact impacted impaired
    important impossible improve improvement inaccessible inbound incident include included includes including
    incorrect increase increased increasing indeed indefinitely info inform information informed ingress insight
    inspect install instances instantly instead instructions insufficient intermittent intermittently internal
    internet-facing interrupted intro invalid investigate investigation invoke involved ip ips isnt issue issues
    itself janky job jobs join jump jump-box jump-host jumpbox jumphost k9s kaput kaputt keel keeled keeping kept kick
    kicked kicking kicks kill killed killing kills knackered know known kubeconfig kubectl label lacking lag lagging
    laggy land laptop large largest lasted lasting late lately latency later latest lead leading leads leaves leaving
    left lens less level lie life lift likely likewise limited listen living load loaded loading loads local locally
    location locked log-in log-out logged login logoff logon logout long longer look looked looking looks lookup loop
    looping loose lose losing loss lost loud low lower lowest luck lucky machine made main mainly major make makes
    making malfunctioning manage managed managing manual manually many massive match matter max maxed maximum
    maxreplicas maybe mean means meant meanwhile mem member memory mention menu mess message messed messing method
    methods middle midnight migrate migrated mine minimum minor minreplicas misbehaves misbehaving miss missed misses
    missing mistake mode modification modifications modified modify moin moment monitor monitored monitoring month
    monthly mostly mounted mounting move moving mute mystery nah names namespaces near nearly necessary needed neither
    network networking networks never new newer newest news nice night nightly nobody node nodes noise noisy
    non-responsive none nonresponsive noon noone nope normal normally north northeurope not nothing notice noticed
    notification notifications notified notify notifying notready nowhere nsg nslookup nuke numbers nxdomain object
    objects obvious obviously occasionally occur occurs odd off offer office offline often old older oldest on-call
    once-over ones ongoing online oom oomkilled oops open opening opens operational option options ordinary original
    originally others otherwise ought ourselves out outage outages outdated output outside overall overloaded
    overnight overview own owner owners p0 p1 p2 page paged pagerduty paging pain panic panicking part partial
    particular particularly parts pass passed passing patch patched path paths patience pause paused peak peek pending
    people percent period permanently permission permissions permit permitted person personal phone picking piece pim
    ping pinging pings pipeline place places plain plan planned played playing plenty plus pod pods point pointing
    points poked poking poor popped port port-forward portal possibly post posted posting posts potentially power
    present prevent previously private privileges probably probe problem problems procedure proceed process profile
    progress progressing promise promised proper properly provision provisioning provisioningstate proxy public pulled
    pulling pulls purge purpose push pushed pushing put pvc query question questions queue queued quicker quickest
    quiet quit quite raise raised raising ram ran random randomly range ranges rank ranked rapidly rare rarely rate
    rates rather re-login reach reachability reachable reached reaching react read read-only reader reading readonly
    ready real reason reasons reauthenticate reboot rebooted rebuild receive received recent recently recheck
    reconcile reconfigure reconfigured record records recover recovered recovering recovers recreate recycle recycled
    red redeploy redeployed reduce reduced reenable refuse refused refuses refusing region regular regularly reimage
    reinstall reject rejected rejecting rejects related release released reliable relogin remain remaining remains
    remembering remove removed renew renewed repair repeat repeated repeatedly replace replaced replies reply replying
    report reported reports request requested requests require required requires rescale reset resize resized resolve
    resolved resolves resolving resource resources respond responding responds response responsible restart restarted
    restarting restarts restore restored restricted restriction restrictions result results resume resumed retest
    retract retries retry retrying return returned returning returns revert reverted revision rid rights ring rise
    rising risk risky rm roll roll-back rollback rolled rolling rollout rolls root rotate rotated rotation rough
    roughly round route routes run run-command runcommand runner runners running runs rush s safe safely sanity
    saturated save saw saying scale scale-down scale-up scaled scaling schedulabe schedulable schedule scheduled
    scheduling scream screwed sec second secure see seemed seen self send sending sends sense sent separate serious
    serve served serves servfail servfails service services serving session set setup sev sev0 sev1 sev2 sev3 severe
    shaky shape share sharp shell shift short shortly shout showed showing shown shows shrink shut shutdown sick side
    sight sign sign-in sign-out signed significant signin signoff signout signs silence silent similar simple simply
    single sit sits situation size skip sleep slight slightly slow slower slowly sluggish small smaller smoke snooze
    solid solve solved somebody somehow someone someones somethings sometime sometimes somewhat somewhere soon sooner
    sorted sorting south space spam spamming special specific specifically speed spent spike spiked spikes spiking
    spin spinning split spot spotty ssh stable stale stalled stalls standing start started starting starts starved
    starving state stated states status stay staying stays steady step stop stopped stopping stops store stored
    storing story straight strange stuck stupid subscribe subscribed subscription subscriptions succeed succeeded
    sudden suffering suggest summary sup super supposed sure surely survive suspend suspended suspicious swamped
    switch switched symptom sync syncs tag take taken taking talk talking talks teams telling terminal terminate
    terminated terminates terminating terraform terrible test tested testing themselves thereby therefore think
    thinking thirty thought thread threshold throttled throttling throughout throw throwing thrown throws tight till
    time timed timeline timeout timeouting timeouts times timing tiny tip tired tls toast together took top total
    totally touch touched touching tough toward towards traffic trail train triage trigger triggered triggering
    triggers trouble troubles troubleshoot true truly tunnel turn turned turning tweak tweaked tweaking twelve twenty
    twice type types typical typically ugly uk uksouth ukwest unable unauthorized unavailable unblock unclear uncordon
    under underneath understand understood undo unexpected unexpectedly unfollow unhappy unhealthy uninstall unknown
    unless unlikely unmute unpause unreachable unready unreliable unresponsive unschedulable unscheduled unsilence
    unstable unsubscribe unsure unsuspend untaint until untouched unusable unusual unwatch unwell update updated
    updates updating upgrade upgraded upon upscale upset upstream uptime usable usage use used useful useless user
    users uses using usual usually utilisation utilization vanished various ver verdict verify version versions view
    visible vnets vpn wait waited waiting waits wake wanted warn warning warnings wasnt wassup wasted watch watched
    watches watching way ways wedged week weekend weeks weird went west westeurope whacked whatever whenever wherever
    whichever white-listed whitelist whitelisted whitelisting whoami whoever whom wide wifi wild win wipe wiped wise
    wish withdraw without wobbly woke wonder wondering wonky wont word words work worked working workload workloads
    works world worried worry worse worst worth wouldnt write wrong wtf wth x509 yeah year yell yes yesterday yourself
    zap zero
`;

export const known = `
    504s ack acr added administrator afk agreed angle apparently application appreciated arrange assume ate awesome
    aws babysitting backup barn beer beers believe bet bill bind board book bootstrap branch brb breaking budget bug
    cancelled care cast catch chart cheaper checked clam closing clusterrole clusterrolebinding code colleague commit
    configmap confluence congrats congratulations containers cost costs counts cover created dangerous database
    debugging decommissioned decommissioning demo deploying deserves diagnosed diagnosing diary digitalocean dinner
    discussed doc domain dose downgrade draft draining duty ecs eks email eol essay exceeded exceeds excellent
    expensive fargate file flight football form freeze ftw fyi gcp gg gke granted haha hahaha handle handling hate
    heard her him holiday hope horoscope imma investigating invoice item jira joke knew knows kudos launch learned
    learnt leave lmao lol love lunch mail maintains maintenance manifest master meeting merge merged merging microsoft
    migrating migration minikube mitigated module monday mount moved mr muted nevermind nodepool nodepools nods nvm
    oke oncall ooming opened openshift order owns patching pay pays peering pizza playbook poem poke pool pools
    postmortem pr price pricing pto q1 q2 q3 q4 quarter rancher raw rbac rca re-run rebase rebooting recipe registry
    remember remind rename repo rerun retired retro review revoke roadmap rofl rolebinding rolebindings rollbacked
    room rose rota said salt saturday script secret serviceaccount servicenow sharepoint ship shipped silenced sing
    site slat slides song sore spend spending spoke spots sprint squash stand standup stats subnet sue summarise
    summarize sunday support suppose suspect swap sways table talked tea template text thats theyll thursday ticket
    tomorrow ton tops tow trade training translate translation trial troubleshooting tuesday turns ugh unblocked unto
    upgrading vacation vanishing vault vms vnet wants war weather wednesday welcome whose wiki window withdrawn won
    wow writing wrote yaml yep yesterdays yml youll yup
`;
