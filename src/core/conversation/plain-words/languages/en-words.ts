// English words that people use when they speak of clusters.

/** The same where people write in another language. */
export const inAnyLanguage = `
    401 403 500 502 503 504 <address> <number> access accidentally according actual adding admin advance afternoon
    age agent agree ahead alive allowlist almost alone along alright although altogether among amount angry anyhow
    anyway anywhere appear appearing appears approval approvals approve approved approves approximately argocd
    attached attempt attempts authorized autoscaler average avoid awake aware away backlog backwards badly bail
    barely based basically bastion becoming beginning belong beyond big bigger biggest blame blocks booting break
    break-glass briefly broken brought bunch burning can-i careful case caught causes cert certain chance check ci
    clean cleanup clearly click close closer command common compare compared completed completely concern confirm
    confirmed consider considering consuming contact container contains continue contributor cool cordon correct
    correctly costing course cpu crashloop crashloopbackoff crazy creates creating critical cronjob cronjobs culprit
    cursed cut cutting daily date days dead deal dealing decide declared deep default defaults definitely delay
    delayed delete deleting denied depends deploy desired despite detached diag diagnose difficult direct directly
    disappear disappearing disconnect disk disks distributed dns doubt down dozen drain each early east eastus easy
    eleven else emergency empty ended endless enough environment eof error errors especially europe evening event
    events eventually ever everybody evicted exact exactly example except exist existing exists exit exited exits
    expect expected expiration expire expires expiring expiry explain explode exploding external extra face fact
    failed fairly false far faster feel felt fifteen fifty fill filled filling fills final finally find fine finished
    finishes firing first fit fits floating flux forbidden force forced forever forgot forty frequently fresh friday
    front fully further gave gdpr general generally given giving glass good gotten grab great grep grew ground
    growing grows guess halfway hammered hand handled happy hard hardly head healthier heavily heavy heck helm help
    helpful higher highest history hits hitting holding holds hopefully hot hourly however hpa huge hundred hurry
    hurt idle ignore ignored ignoring imagepullbackoff impact important improve inbound include included includes
    including incorrect increased increasing indeed indefinitely info insight instantly instead insufficient invoke
    involved ip itself join jumphost k9s kept kill killing kills known kubeconfig kubectl lacking lag large largest
    lasted lasting late lately latency later latest leaves leaving left lens less level lie life likely limited
    living local locally login logout long longer look looked looking loop looping loose lose losing loss loud low
    lowest lucky made main mainly major makes making manage managed managing manual manually many massive match
    matter max maximum maxreplicas maybe mean means meant meanwhile memory mention message middle mine minimum minor
    minreplicas miss missed misses missing mistake moment month monthly mostly mounted mounting moving mute mystery
    namespaces near nearly necessary needed neither newer nice night nightly node nodes noise none normal normally
    north northeurope not notice noticed notready nowhere nsg nslookup numbers nxdomain obvious obviously
    occasionally occur occurs offline often old older oldest on-call ongoing oomkilled oops opening ordinary original
    originally others otherwise ought ourselves outage outdated outside own owner owners p0 p1 p2 pagerduty pain
    panic part partial particular particularly pass passed passing patience paused peak pending people percent period
    permanently person piece pim ping place plain plan planned plenty plus pod pods point pointing poor popped portal
    possibly potentially present probably proceed process progress progressing promise promised proper properly
    provisioning provisioningstate pulled pulling pulls purpose pushing pvc queued quicker quiet quite raised raising
    random randomly range ranges rank ranked rapidly rare rarely rate rates rather reader reading ready real reason
    reasons receive received recent recently recovering red reduced refused region regular regularly related released
    reliable remain remaining remains renew renewed repeat repeated repeatedly requested required requires resource
    responsible restart restarts restored resumed retries retrying return returned rise rising risk risky rollback
    rollout rolls rough roughly round route runner running rush safe safely sanity save saw scale schedulable sec see
    seemed seen self sends sense sent separate serious serve served serves servfail servfails serving sev sev0 sev1
    sev2 sev3 severe shape share sharp short shortly showed side sight significant silent similar simple simply
    single situation size skip sleep slight slightly slow slower slowly small smaller smoke solid solve somebody
    somehow someone sometime sometimes somewhat somewhere soon sooner sorted sorting south space special specific
    specifically speed spent spike spiked spikes spiking split spot ssh stable stale standing start starved stated
    states status stay staying stays steady step stop stopping straight strange stupid succeeded sudden suffering
    suggest super supposed sure surely survive suspend suspended swamped symptom taken talk talking talks telling
    terminates terminating terraform terrible test tested testing themselves thereby therefore think thinking thirty
    thought threshold throughout tight till timeout tiny tired tls together took top totally touch tough toward
    towards trigger triggered triggering triggers true truly turn turning twelve twenty twice type types typical
    typically ugly uk uksouth ukwest unauthorized unclear uncordon under underneath understood unexpected
    unexpectedly unless unlikely unreachable unschedulable unscheduled unsure until untouched unusual unwatch updates
    updating upgrade upon upset upstream uptime used useful useless using usual usually various version view visible
    vpn waited waiting waits wake wanted wasted watch watches way week weekend weeks weird west westeurope whatever
    whenever wherever whichever whitelist whoami whoever wide wild win wiped wise wish without woke wonder wondering
    word words workload workloads world worried worry worse worst worth wrong x509 yeah year yes yesterday yourself
    zero
`;

/** No beginning of a cluster's name, unless a word leads to it. */
export const common = `${inAnyLanguage}
    4xx 500s 502s 503s 5xx abilities abort accept accepting accessible account acting activate activated active
    activity add address addresses admins admit affected after agents alarm alarms alert alerted alerting alerts
    allow allow-listed allowed allowlisted alter altered alternative analyse analysis analyze annotate answer
    answering answers anybody anyone anythings apart app applied apply approver approvers apps arent argo around ask
    asked asking asleep assess assign assigned attach audit authenticate authorised autoscaling available awol az
    back bad banned became become began begin behind better between blackout block blocked blocking blow blown
    bonkers boot booted boots borked bounce bounced box breaks bricked bring broke broked build bump bumped busted
    busy call calls came cancel cannot cant capacity cause caused causing ceased certificate change changed changelog
    changes changing channel checking checkup choked choking choose cidrs cj claim clear closed cluster-admin
    cluster-wide clusterwide collapsed colleagues come comes coming commands complain complaining complains
    configured connect connected connecting connection connections connectivity connects console constantly
    consumption context copies cordoned couldnt crash crashes crashing crashlooping crawling create credentials creds
    cudnt current customer customers cycle dark dashboard data day deallocate debug decrease degraded del deleted
    denies deny denying deployment deployments desktop destroy diagnoses diagnosis diagnostics didnt died dies diff
    difference different disable disabled disappeared disconnected disconnecting disconnects docs documentation doesn
    doesnt doing dont door double download downscale drained drop dropped dropping drops due dying earlier easiest
    eating eats econnrefused edit edited elevated eligible enable enabled end enlarge enotfound enter entitled entry
    eofs erase errored erroring establish etimedout evacuate everytime everywhere evict evicting examine examples
    exec execute exhausted expand expanded expired exploded expose expressroute extend eye eyes fail failing failover
    fails failure failures fall fallen falling falls fastest features feeling feels fell fewer fiddle fiddled
    fiddling figure filter filtering finish fires firewall fishy fix fixed flaky flap flapping flaps follow followed
    follows forget forget-me forward found free freezes freezing frozen fubar fuck fucked fucking full functional
    functioning funny gateway get-credentials gets gives glance glitch glitches glitchy go god goes going gone grant
    green group groups grow grown guide halted halve handover handshake hang hanging hangs happen happened happening
    happens having haywire heads health healthcheck healthy hear hears hell hiccup hiccups high hit hold holler home
    hosed host hotel house howdy hung hungry hurting identity impacted impaired impossible improvement inaccessible
    incident increase inform information informed ingress inspect install instances instructions intermittent
    intermittently internal internet-facing interrupted intro invalid investigate investigation ips isnt issue issues
    janky job jobs jump jump-box jump-host jumpbox kaput kaputt keel keeled keeping kick kicked kicking kicks killed
    knackered know label lagging laggy land laptop lead leading leads lift likewise listen load loaded loading loads
    location locked log-in log-out logged logoff logon looks lookup lost lower luck machine make malfunctioning maxed
    mem member menu mess messed messing method methods midnight migrate migrated misbehaves misbehaving mode
    modification modifications modified modify moin monitor monitored monitoring move nah names network networking
    networks never new newest news nobody noisy non-responsive nonresponsive noon noone nope nothing notification
    notifications notified notify notifying nuke object objects odd off offer office once-over ones online oom open
    opens operational option options out outages output overall overloaded overnight overview page paged paging
    panicking parts patch patched path paths pause peek permission permissions permit permitted personal phone
    picking pinging pings pipeline places played playing points poked poking port port-forward post posted posting
    posts power prevent previously private privileges probe problem problems procedure profile provision proxy public
    purge push pushed put query question questions queue quickest quit raise ram ran re-login reach reachability
    reachable reached reaching react read read-only readonly reauthenticate reboot rebooted rebuild recheck reconcile
    reconfigure reconfigured record records recover recovered recovers recreate recycle recycled redeploy redeployed
    reduce reenable refuse refuses refusing reimage reinstall reject rejected rejecting rejects release relogin
    remembering remove removed repair replace replaced replies reply replying report reported reports request
    requests require rescale reset resize resized resolve resolved resolves resolving resources respond responding
    responds response restarted restarting restore restricted restriction restrictions result results resume retest
    retract retry returning returns revert reverted revision rid rights ring rm roll roll-back rolled rolling root
    rotate rotated rotation routes run run-command runcommand runners runs s saturated saying scale-down scale-up
    scaled scaling schedulabe schedule scheduled scheduling scream screwed second secure send sending service
    services session set setup shaky shell shift shout showing shown shows shrink shut shutdown sick sign sign-in
    sign-out signed signin signoff signout signs silence sit sits sluggish snooze solved someones somethings spam
    spamming spin spinning spotty stalled stalls started starting starts starving state stopped stops store stored
    storing story stuck subscribe subscribed subscription subscriptions succeed summary sup suspicious switch
    switched sync syncs tag take taking teams terminal terminate terminated thread throttled throttling throw
    throwing thrown throws time timed timeline timeouting timeouts times timing tip toast total touched touching
    traffic trail train triage trouble troubles troubleshoot tunnel turned tweak tweaked tweaking unable unavailable
    unblock understand undo unfollow unhappy unhealthy uninstall unknown unmute unpause unready unreliable
    unresponsive unsilence unstable unsubscribe unsuspend untaint unusable unwell update updated upgraded upscale
    usable usage use user users uses utilisation utilization vanished ver verdict verify versions vnets wait warn
    warning warnings wasnt wassup watched watching ways wedged went whacked white-listed whitelisted whitelisting
    whom wifi wipe withdraw wobbly wonky wont work worked working works wouldnt write wtf wth yell zap
`;

export const known = `
    psst pssst shh shhh shush hush
    504s ack acr added administrator afk agreed angle apparently application appreciated arrange assume ate awesome
    aws babysitting backup barn beer beers believe bet bill bind board book bootstrap branch brb breaking budget bug
    cancelled care cast catch chart cheaper checked clam closing clusterrole clusterrolebinding code colleague commit
    configmap confluence congrats congratulations containers cost costs counts cover created dangerous database
    debugging decommissioned decommissioning demo deploying deserves diagnosed diagnosing diary digitalocean dinner
    discussed doc domain dose downgrade draft draining duty ecs eks email eol essay exceeded exceeds excellent
    expensive fargate file flight football form freeze ftw fyi gcp gg gke granted haha hahaha handle handling hate
    heard her him holiday hope horoscope imma investigating invoice item jira joke knew knows kudos launch learned
    learnt leave lmao lol love lunch mail maintains maintenance manifest master meeting merge merged merging
    microsoft migrating migration minikube mitigated module monday mount moved mr muted nevermind nodepool nodepools
    nods nvm oke oncall ooming opened openshift order owns patching pay pays peering pizza playbook poem poke pool
    pools postmortem pr price pricing pto q1 q2 q3 q4 quarter rancher raw rbac rca re-run rebase rebooting recipe
    registry remember remind rename repo rerun retired retro review revoke roadmap rofl rolebinding rolebindings
    rollbacked room rose rota said salt saturday script secret serviceaccount servicenow sharepoint ship shipped
    silenced sing site sitting slat slides song sore spend spending spoke spots sprint squash stand standup stats
    subnet sue summarise summarize sunday support suppose suspect swap sways table talked tea template text thats
    theyll thursday ticket tomorrow ton tops tow trade training translate translation trial troubleshooting tuesday
    turns ugh unblocked unto upgrading vacation vanishing vault vms vnet wants war weather wednesday welcome whose
    wiki window withdrawn won wow writing wrote yaml yep yesterdays yml youll yup
`;
