/*
 * Copyright 2026 The Chartroom Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

const etcd = 'unix://client:1';

/** Who signs the tokens of ServiceAccounts. */
export const issuer = 'https://kubernetes.default.svc';

/** The flags of each program; all paths are relative to the directory of the cluster, where each of them runs. */
export const controlPlane = {
  etcd: () => [
    '--unsafe-no-fsync',
    '--data-dir=etcd',
    // Unix sockets: no ports, no certificates, and nobody else can reach them
    ...[`--listen-client-urls=${etcd}`, `--advertise-client-urls=${etcd}`],
    ...[
      '--listen-peer-urls=unix://peer:1',
      '--initial-advertise-peer-urls=unix://peer:1',
      '--initial-cluster=default=unix://peer:1',
    ],
    '--log-level=warn',
  ],
  'kube-apiserver': ({ port, emulatedVersion }) => [
    `--etcd-servers=${etcd}`,
    ...['--bind-address=127.0.0.1', '--advertise-address=127.0.0.1'],
    ...[`--secure-port=${port}`, '--cert-dir=certificates'],
    '--token-auth-file=tokens.csv',
    ...['--authorization-mode=RBAC', '--allow-privileged'],
    `--service-account-issuer=${issuer}`,
    '--service-account-key-file=service-accounts.key',
    '--service-account-signing-key-file=service-accounts.key',
    '--service-cluster-ip-range=10.96.0.0/16',
    '--endpoint-reconciler-type=none',
    '--disable-admission-plugins=TaintNodesByCondition',
    ...(emulatedVersion ? [`--emulated-version=${emulatedVersion}`] : []),
  ],
  'kube-controller-manager': () => [
    '--kubeconfig=cluster.kubeconfig',
    ...['--secure-port=0', '--leader-elect=false'],
    ...['--kube-api-qps=200', '--kube-api-burst=400'],
    '--service-account-private-key-file=service-accounts.key',
    '--root-ca-file=certificates/apiserver.crt',
    // No kubelet tells that a node lives
    '--controllers=*,-node-lifecycle-controller',
  ],
  'kube-scheduler': () => [
    '--kubeconfig=cluster.kubeconfig',
    ...['--secure-port=0', '--leader-elect=false'],
  ],
  kwok: () => [
    '--kubeconfig=cluster.kubeconfig',
    '--manage-all-nodes',
    '--node-lease-duration-seconds=0',
    '--config=stages.yaml',
  ],
};
