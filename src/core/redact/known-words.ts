// Words that settings of ordinary clusters are made of. None of them is anybody's secret.

const words = `
  a about accept access account active adapter add address admin agent agents alert alertmanager alerts all allow alpha always amqp
  an and any api apis apiserver app append application apps archive arm arch args array asia async at atomic attempts audit
  australia auto autoscaler availability available aware azure aws
  back backend background backup balance balancer balanced bar base bash bastion batch be before best beta big bin bind binding blob block
  blue body bool boot bootstrap branch brazil bridge broker brokers browser bucket buffer bug build bus busy busybox by
  ca cache calico canada cancel canary capacity card cart case cat catalog central cert certificate certs change channel chart check
  checkout cidr cilium class classic clean cleanup cli client clients clock cloud cluster clusters cni code collector column com command
  commit common compact compress compute concurrency conf config configmap configmaps configuration connect connection connector console consumer
  container containerd containers content context control controller controllers copy core coredns corefile cors count country cpu create cron
  cronjob cross crt csi css csv current custom customer cycle
  daemon daemonset daily dashboard data database datadog date day days db dc deadline debug deep default defaults delay delete demo deny
  deploy deployment deployments desc dest dev develop developer development device digest dir direct directory disable disabled disk dispatch
  dispatcher dist dns do docker docs document domain done dot down download drain driver drop dry dual dump dynamic
  east echo edge edit egress elastic elasticsearch election elector email empty en enable enabled encoding end endpoint endpoints engine enterprise entry
  env environment envoy error errors eu europe eval event events every example exclude exec exit expire export exporter
  external extra
  fail failed failure fallback false fast fatal feature features feed fetch field file files filter finance first fit fixed flag flags flannel flow fluent
  fluentbit flush folder follow for force foreground format forward france frequency from front frontend fs full function
  gateway gb gc general generic germany get gib git go gold good google grace graceful gradle grafana graph graphite graphql green
  group groups grpc gunicorn gzip
  h ha haproxy hard has head header headers headless health healthcheck healthy healthz heap hello help helm high history home hook host hostname
  hosts hot hour hourly hours hpa html http https hub
  id identity idle if ignore image images in include index india info information ingress init initial inner input insecure instance instances
  int integer integration internal internalip externalip interval inventory invoice ip ips is istio item items
  jaeger jaegertracing jar java javax jdk job jobs jre json junit jvm
  kafka keep keepalive kestrel key kib kibana kind korea kube kubeconfig kubectl kubelet kubernetes kustomize
  label labels lag lambda language large last latest layer ldap leader leaderelection lease leases least left len length level lib library light limit limits line
  linux list listen listener live liveness livez load loadbalancer loader local localhost location lock log logger logging logs logstash loki long loop low
  m main maintenance major manage managed management manager manifest map mapper mariadb mark master match max mb mcr mem memory merge mesh message
  messages messaging meta metadata method metric metrics mi mib microsoft migrate migration min minimum minio minor minute mirror missing mixed mode model
  module modules mongo mongodb monitor monitoring month more mount multi mutating mysql
  name names namespace namespaces nat native net netty network never new next nginx no node nodeport nodejs nodes none nop normal north norway not notification
  notify npm null number numa
  o object observability of off offline offset ok old on one only oom open openjdk openapi operator opentelemetry opt optional options opts or order orders org origin os otel otlp out
  output overlay override owner
  package page panic parallel param params parent parse part partition path paths pause payment payments pdb peer pending percent performance
  period persist persistent phase php ping pipe pipeline plain plan platform plugin plugins pod pods podman policy poll pool pools port ports post
  postgres postgresql power preemption prefer preferred prefix premium preprod prevent primary print priority private probe process processor prod producer product production
  products profile profiles profiling progress project prometheus promtail prop properties property protobuf protocol provider provisioner proxy public publish publisher pull purge push python pvc
  q qa query queue queues quick quiet quit quota
  r rabbit rabbitmq raise random range rate ratio raw read reader ready readiness readonly readyz real reason rebalance receive receiver recommended recommendation reconcile
  record recover recreate redirect redis redux ref refresh region register registry reject relay release reload remote remove render replace
  replica replicas replicaset report reporter repository request requests require required reset resolve resolver resource resources response rest
  restart restore restrict restricted result retain retry return reverse review right ring role roll rolling rollout root round route router
  routes rpc rule rules run runner running runtime rw
  s same sample sampler sandbox save scale scaler scan schedule scheduler schema scope scrape script sd search second seconds section secure security select selector
  self send sender sentry separate serve server servers service services session set setting settings sh shard shared shell shop short show shutdown
  sidecar signal silent simple single sink site size skip sleep slim slot slow small smtp snapshot socket soft solr source south spark spec spool spring sql src
  ssd ssh ssl stable stack stage staging standalone standard standby start startup stat state stateful statefulset static statsd statistics status stderr stdin stdout step stop storage
  store strategy stream streaming strict string strong sub subject submit subnet subscriber subscription suite sum support switch switzerland sync synchronous syslog system
  t table tag tail target task tasks tcp team temp tempo template temporary term terminate test testing tests text then thread threads throttle throughput tier tiller time timeout
  timer timestamp tls to tools top topic topology total trace tracing track traffic transaction transfer transport trigger true trust try ttl tunnel turn
  type types tz
  uae udp ui uid uk under uniform unix unknown unlimited until up update updater upgrade upload upstream url us usage use user users usr utc util utils uat
  v validate validating value values var vault vector verbose verify version versions via view virtual vm vnet volume volumes
  w wait waiting warn warning watch watcher watchdog web webapp webhook webhooks webpack week weekly weight west when while wide window windows with without work worker workers workflow workload workspace
  write writer www
  x xml yaml yes yml
  zero zip zipkin zone zones zookeeper
  guest stg prd acc tst int qa sit perf integ
  world ready cheap fair random spread waste west1 westeurope northeurope eastus eastus2 westus westus2 westus3 centralus uksouth ukwest germanywestcentral
  francecentral swedencentral norwayeast switzerlandnorth southeastasia eastasia japaneast australiaeast brazilsouth canadacentral koreacentral southcentralus northcentralus
  amd64 arm64 x86 s3 utf8 utf16 iso8859 oauth2 http1 http2 http3 h2 h2c ipv4 ipv6 tls12 tls13 sha1 sha256 sha512 md5 sse2 base64 k8s es6 log4j slf4j java11 java17 java21 python3 node18 node20 node22
  rs256 rs512 es256 hs256 g1 g1gc zgc gc i18n l10n c3p0 hikari p2p b3 w3c e2e oauth oidc saml sso jwks iam rbac acl
  europe berlin london paris america york angeles chicago asia tokyo kolkata singapore sydney etc gmt posix
  jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun
  github gitlab bitbucket jenkins argocd argo flux keda knative kured velero certmanager letsencrypt acme externaldns keycloak traefik kong ambassador contour linkerd
  aks eks gke acr azurecli kubelogin devicecode msi azurecr azmk8s azureedge blobstorage keyvault servicebus eventhub cosmos omsagent ama oms tunnelfront konnectivity addon addons cns npm csi azuredisk azurefile nodepool vmss system
  telegraf influxdb cadvisor thanos cortex mimir kiali jaeger elk kibana filebeat metricbeat vertx quarkus micronaut dotnet aspnetcore express flask django rails puma sidekiq celery uvicorn
  hibernate jdbc jndi jmx agentlib javaagent xms xmx xss server noverify headless egd urandom dev
  ecdhe ecdsa rsa aes gcm cbc sha384 chacha20 poly1305
  wget curl nc nslookup dig ping cat grep awk sed ls cp mv rm mkdir chmod chown tar sysctl printenv tee psql isready pg mysqladmin mongosh helm tini init dumb npm yarn pnpm npx
  transaction billing user search catalog cart frontend email ad ads shipping currency accounting fraud detection quote feature analytics ledger invoice warehouse
`;

const known: ReadonlySet<string> = new Set(words.split(/\s+/).filter((word) => word !== ""));

/** In lower case; a plural counts as its singular. */
export const isKnownWord = (word: string): boolean =>
  known.has(word) || (word.length > 3 && word.endsWith("s") && known.has(word.slice(0, -1)));
