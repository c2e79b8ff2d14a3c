// Log lines of ordinary programs, without any secret: formats as the programs write them, filled in by chance.
import type { Chance } from "./chance.ts";

type Line = (fill: Fill) => string;
type Fill = Readonly<{
  hex(length: number): string;
  guid(): string;
  number(below: number): number;
  ip(): string;
  pod(): string;
  iso(): string;
  base62(length: number): string;
  pick<T>(items: readonly T[]): T;
}>;

const lines: readonly Line[] = [
  ({ ip, number, hex }) =>
    `${ip()} - - [25/Nov/2026:03:${10 + number(49)}:09 +0000] "GET /api/v1/orders/${number(99999)} HTTP/1.1" 200 ${number(9999)} "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36" ${number(900)} 0.0${number(99)} [shop-orders-8080] [] ${ip()}:8080 ${number(999)} 0.012 200 ${hex(32)}`,
  ({ number, pod }) =>
    `I1125 03:12:09.${100000 + number(800000)}       1 reconciler.go:${number(900)}] "operationExecutor.VerifyControllerAttachedVolume started for volume" pod="shop/${pod()}"`,
  ({ guid, pod }) =>
    `I1125 03:12:09.114203    2214 reconciler_common.go:251] "MountVolume.SetUp succeeded for volume \\"kube-api-access-x7k2p\\" (UniqueName: \\"kubernetes.io/projected/${guid()}-kube-api-access-x7k2p\\") pod \\"${pod()}\\" (UID: \\"${guid()}\\") " pod="shop/web"`,
  ({ number }) =>
    `E1125 03:12:09.114203       1 leaderelection.go:332] error retrieving resource lock kube-system/cluster-autoscaler: Get "https://10.0.0.1:443/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/cluster-autoscaler": context deadline exceeded (Client.Timeout exceeded while awaiting headers) after ${number(30)}s`,
  ({ iso, hex, number }) =>
    `{"level":"info","ts":"${iso()}","logger":"controller","caller":"controller/controller.go:${number(400)}","msg":"Reconciling","controller":"certificate","namespace":"shop","name":"shop-tls","reconcileID":"${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}"}`,
  ({ iso, number, hex }) =>
    `{"timestamp":"${iso()}","level":"INFO","thread":"http-nio-8080-exec-${number(20)}","logger":"com.contoso.orders.OrderController","message":"order accepted","traceId":"${hex(32)}","spanId":"${hex(16)}","orderId":${number(999999)},"durationMs":${number(900)}}`,
  ({ iso, number }) =>
    `${iso()} INFO 1 --- [orders] [nio-8080-exec-${number(9)}] o.s.web.servlet.DispatcherServlet        : Completed initialization in ${number(9)} ms`,
  ({ number }) =>
    `\tat org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter.invokeHandlerMethod(RequestMappingHandlerAdapter.java:${number(999)})`,
  ({ number }) =>
    `\tat org.apache.tomcat.util.net.NioEndpoint$SocketProcessor.doRun(NioEndpoint.java:${number(1999)}) ~[tomcat-embed-core-10.1.30.jar!/:na]`,
  ({ number }) =>
    `   at Microsoft.EntityFrameworkCore.Storage.RelationalCommand.ExecuteReaderAsync(RelationalCommandParameterObject parameterObject, CancellationToken cancellationToken) in /src/Storage/RelationalCommand.cs:line ${number(900)}`,
  ({ iso, number }) =>
    `${iso()} UTC [${number(999)}] LOG:  checkpoint complete: wrote ${number(9999)} buffers (0.3%); 0 WAL file(s) added, 0 removed, 1 recycled; write=26.912 s, sync=0.004 s, total=26.925 s; sync files=${number(99)}, longest=0.002 s, average=0.001 s; distance=16384 kB, estimate=16384 kB`,
  ({ number }) =>
    `FATAL:  password authentication failed for user "orders_app" (connection ${number(99999)})`,
  ({ number }) =>
    `DETAIL:  Connection matched pg_hba.conf line ${number(99)}: "host all all all scram-sha-256"`,
  ({ iso }) => `${iso()} WARN  login failed: invalid password for user alex`,
  ({ iso }) => `${iso()} ERROR token expired, refreshing`,
  ({ iso, pod }) => `${iso()} ERROR failed to fetch token: pod "${pod()}" not found`,
  ({ iso }) =>
    `${iso()} INFO Token refreshed for audience https://management.azure.com/ expires in 86399 seconds`,
  ({ number, iso }) =>
    `${number(9)}:M ${number(29)} Nov 2026 03:12:09.114 * Background saving terminated with success ${iso()}`,
  ({ iso, ip, number, guid }) =>
    `[${iso()}] "POST /cart.CartService/AddItem HTTP/2" 200 - via_upstream - "-" ${number(99)} 5 ${number(20)} 3 "${ip()}" "grpc-go/1.67.1" "${guid()}" "cart.shop.svc.cluster.local:7070" "${ip()}:7070" outbound|7070||cart.shop.svc.cluster.local ${ip()}:48122 10.0.61.4:7070 ${ip()}:39876 - default`,
  ({ number, ip }) =>
    `[INFO] ${ip()}:${30000 + number(30000)} - ${number(65535)} "A IN orders-db.postgres.database.azure.com. udp 61 false 1232" NOERROR qr,rd,ra 218 0.0${number(99)}s`,
  ({ hex, number }) =>
    `time="2026-11-25T03:12:09.114203571Z" level=info msg="CreateContainer within sandbox \\"${hex(64)}\\" for &ContainerMetadata{Name:orders,Attempt:${number(9)},} returns container id \\"${hex(64)}\\""`,
  ({ hex }) =>
    `time="2026-11-25T03:12:09Z" level=info msg="PullImage \\"contoso.azurecr.io/shop/orders:2026.11.20-${hex(7)}\\" returns image reference \\"sha256:${hex(64)}\\""`,
  ({ number }) =>
    `ts=2026-11-25T03:12:09.114Z caller=compact.go:${number(600)} level=info component=tsdb msg="write block" mint=1732492800${number(9)}00 maxt=1732500000000 ulid=01JDG4T7Q8R9S0T1V2W3X4Y5Z6 duration=1.${number(999)}s`,
  ({ number, iso }) =>
    `${iso()}\tINFO\tcontroller-runtime.metrics\tServing metrics server\t{"bindAddress": ":${8000 + number(999)}", "secure": false}`,
  ({ guid, number }) =>
    `azure.BearerAuthorizer#WithAuthorization: Failed to refresh the Token for request to https://management.azure.com/subscriptions/${guid()}/resourceGroups/rg-prod/providers/Microsoft.Compute/virtualMachineScaleSets?api-version=2023-03-01: StatusCode=${400 + number(99)}`,
  ({ guid }) =>
    `AADSTS700016: Application with identifier '${guid()}' was not found in the directory 'Contoso'. Trace ID: ${guid()} Correlation ID: ${guid()} Timestamp: 2026-11-25 03:12:09Z`,
  ({ number, hex }) =>
    `[2026-11-25 03:12:09,${100 + number(899)}] INFO [GroupCoordinator 1]: Preparing to rebalance group orders in state PreparingRebalance with old generation ${number(99)} (__consumer_offsets-${number(49)}) (reason: Adding new member consumer-orders-1-${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}) (kafka.coordinator.group.GroupCoordinator)`,
  ({ base62 }) => `[2026-11-25 03:12:01,004] INFO Cluster ID = ${base62(22)} (kafka.server.KafkaServer)`,
  ({ number, ip }) =>
    `{"t":{"$date":"2026-11-25T03:12:09.114+00:00"},"s":"I","c":"NETWORK","id":22943,"ctx":"listener","msg":"Connection accepted","attr":{"remote":"${ip()}:${number(65535)}","connectionId":${number(99999)},"connectionCount":${number(99)}}}`,
  ({ hex, number }) =>
    `{"level":30,"time":1732504329114,"pid":1,"hostname":"web-${hex(10)}-x7k2p","req":{"id":"req-${number(999)}","method":"GET","url":"/products?category=shoes&sort=price&page=${number(9)}","headers":{"host":"shop.contoso.example","user-agent":"kube-probe/1.33","accept":"*/*"}},"msg":"incoming request"}`,
  ({ number }) =>
    `npm warn deprecated rimraf@3.0.${number(9)}: Rimraf versions prior to v4 are no longer supported`,
  ({ number }) => `goroutine ${number(999)} [running]:`,
  ({ hex }) => `k8s.io/client-go/tools/cache.(*Reflector).ListAndWatch(0xc000${hex(6)}, 0xc000${hex(6)})`,
  ({ number, hex }) =>
    `\t/go/pkg/mod/k8s.io/client-go@v0.31.${number(9)}/tools/cache/reflector.go:${number(500)} +0x${hex(3)}`,
  ({ pod, number }) =>
    `Warning  Unhealthy  ${number(59)}m (x${number(99)} over 3h)  kubelet  Readiness probe failed: Get "http://10.244.3.17:8080/healthz": dial tcp 10.244.3.17:8080: connect: connection refused pod/${pod()}`,
  ({ number }) =>
    `  File "/usr/local/lib/python3.12/site-packages/django/core/handlers/exception.py", line ${number(200)}, in inner`,
  ({ guid }) => `Operation=CreateDisk CorrelationId=${guid()} Result=Succeeded SkuName=Premium_LRS`,
  ({ hex }) => `commit ${hex(40)} merged into main, image digest sha256:${hex(64)}`,
  ({ number }) => `Loaded 3 secrets from /mnt/secrets-store in ${number(99)} ms; rotation poll interval 2m0s`,
  ({ iso }) =>
    `${iso()} DEBUG auth: using workload identity, token file /var/run/secrets/azure/tokens/azure-identity-token`,
  ({ iso, number }) =>
    `${iso()} INFO llm usage prompt_tokens=${number(999)} completion_tokens=${number(999)} total_tokens=${number(9999)}`,
  ({ iso, hex }) =>
    `${iso()} INFO etag="0x8D${hex(12).toUpperCase()}" x-ms-request-id: ${hex(8)}-801e-0042-${hex(4)}-9f12ab000000 cache-key=products:v2:${hex(8)}`,
  ({ pick, number }) =>
    `${pick(["GET", "POST", "PUT"])} /static/js/main.${number(99999999).toString(16)}.chunk.js 304 - ${number(99)} ms`,
];

/** `count` lines, every format in turn. */
export function ordinaryLogs(chance: Chance, count: number): string {
  const { below, text, pick } = chance;
  const hex = (length: number) => text("0123456789abcdef", length);
  const fill: Fill = {
    hex,
    pick,
    number: below,
    base62: (length) => text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", length),
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-9${hex(3)}-${hex(12)}`,
    ip: () => `10.${below(256)}.${below(256)}.${below(256)}`,
    pod: () =>
      `${pick(["orders", "web", "payments", "cart"])}-${hex(10)}-${text("bcdfghjklmnpqrstvwxz2456789", 5)}`,
    iso: () => new Date(Date.UTC(2026, 10, 25, below(24), below(60), below(60), below(1000))).toISOString(),
  };
  return Array.from({ length: count }, (_, at) => (lines[at % lines.length] ?? pick(lines))(fill)).join("\n");
}
