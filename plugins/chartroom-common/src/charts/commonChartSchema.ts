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

/**
 * JSON schema of the values that the common chart knows.
 *
 * @remarks
 * Generated from charts/platform-common/values.schema.yaml by `npm run generate`.
 *
 * @internal
 */
export const commonChartSchema: Record<string, unknown> = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: {
    language: {
      description:
        'chooses default resources, probes and how CA certificates are named: `java`, `nginx`, `node`, `python`, `go`, `php`, …, or the engine of a backing service: `mongodb`, `mysql`, …',
      type: 'string',
    },
    type: {
      description: 'the kind of workload',
      type: 'string',
      enum: ['deployment', 'statefulset', 'daemonset', 'job', 'cronjob'],
    },
    enabled: {
      description: "the umbrella's condition; nothing here reads it",
      type: 'boolean',
    },
    image: {
      description: "the service's image",
      type: 'object',
      properties: {
        registry: {
          description: 'put before the repository, for wait containers too',
          type: 'string',
        },
        repository: { description: 'required', type: 'string' },
        tag: {
          description: "default: the chart's `appVersion`",
          type: 'string',
        },
        digest: {
          description: '`sha256:…`, appended to the reference',
          type: 'string',
        },
        pullPolicy: {
          type: 'string',
          enum: ['Always', 'IfNotPresent', 'Never'],
        },
      },
    },
    imagePullSecrets: {
      description: 'list of `{ name }`',
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' } } },
    },
    replicas: {
      description:
        'not rendered with `autoscaling.enabled`; nothing for a daemonset',
      type: 'integer',
      minimum: 0,
    },
    ports: {
      description:
        'by name of at most 15 characters: a number, or `{ port, targetPort, protocol }`. None: a worker, without a Service',
      type: 'object',
      additionalProperties: {
        type: ['integer', 'object'],
        minimum: 1,
        maximum: 65535,
        properties: {
          port: { type: 'integer', minimum: 1, maximum: 65535 },
          targetPort: { type: 'integer', minimum: 1, maximum: 65535 },
          protocol: { type: 'string', enum: ['TCP', 'UDP'] },
        },
      },
    },
    command: { type: 'array', items: { type: 'string' } },
    args: { type: 'array', items: { type: 'string' } },
    lifecycle: {
      description:
        'Kubernetes\' `lifecycle` of the container, such as a `preStop`; `""` removes an entry',
      type: 'object',
    },
    initContainers: {
      description:
        'further init containers, as Kubernetes has them, after the waits and before a migration; what their security contexts leave out is filled in to meet `restricted`',
      type: 'array',
      items: { type: 'object' },
    },
    sidecars: {
      description:
        "further containers beside the service's own, as Kubernetes has them; with the same addition. Beside a job they end with it",
      type: 'array',
      items: { type: 'object' },
    },
    env: {
      description: 'by name: text, or `{ secret, key }` for a key of a Secret',
      type: 'object',
      additionalProperties: {
        type: ['string', 'object'],
        properties: { secret: { type: 'string' }, key: { type: 'string' } },
      },
    },
    config: {
      description:
        'by name: text, in a ConfigMap that becomes environment; a change restarts the pods',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    configFiles: {
      description:
        "YAML files of the service's chart with more of the same, such as `env/config.yaml`; `config` wins, a later file wins over an earlier",
      type: 'array',
      items: { type: 'string' },
    },
    existingSecret: {
      description:
        'a Secret whose keys all become environment; goes before `externalSecret`, `secrets` and `secretsFiles`',
      type: 'string',
    },
    externalSecret: {
      description:
        'a Secret that the External Secrets Operator fetches; its keys all become environment',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        store: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            kind: {
              type: 'string',
              enum: ['SecretStore', 'ClusterSecretStore'],
            },
          },
        },
        refreshInterval: { type: 'string' },
        data: {
          description:
            'by environment name: `{ key, property, version }` in the store',
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: {
              key: { type: 'string' },
              property: { type: 'string' },
              version: { type: 'string' },
            },
          },
        },
        extract: {
          description: 'keys of the store of which every property is taken',
          type: 'array',
          items: { type: 'string' },
        },
      },
    },
    secrets: {
      description:
        'by name: text, in a Secret that becomes environment; from the command line or a pipeline, never from git',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    secretsFiles: {
      description:
        "YAML files of the service's chart, kept out of git, with the same; a file that is missing is an error. `secrets` wins",
      type: 'array',
      items: { type: 'string' },
    },
    caCertificates: {
      description:
        'certificates of authorities that the service trusts beside the well-known ones',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        certificates: {
          description: 'by file name: a certificate in PEM',
          type: 'object',
          additionalProperties: { type: 'string' },
        },
        files: {
          description: "files of the service's chart in PEM",
          type: 'array',
          items: { type: 'string' },
        },
        existingConfigMap: {
          description:
            'a ConfigMap with them, such as the one that trust-manager keeps, instead',
          type: 'string',
        },
        key: {
          description: 'its key, under which all of them stand together',
          type: 'string',
        },
        complete: {
          description:
            "whether the well-known authorities are among them, as with `useDefaultCAs` of trust-manager: nothing is then put together at the start, which needs `sh` in the service's image",
          type: 'boolean',
        },
      },
    },
    bindings: {
      description: 'by dependency, by environment name: a template (below)',
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: { type: 'string' },
      },
    },
    wiring: {
      description:
        "written by Chartroom below the service in the umbrella's values",
      type: 'object',
      properties: {
        callers: {
          description:
            'by service: `true` admits it. Not written at all: the own namespace is admitted',
          type: 'object',
          additionalProperties: { type: 'boolean' },
        },
        hosts: {
          description:
            'host names under which the service is reached from outside (`exposed` of the matrix)',
          type: 'array',
          items: { type: 'string' },
        },
        dependencies: {
          description: 'by dependency: where it is (below)',
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: {
              host: { description: 'default: its key', type: 'string' },
              ports: {
                description: 'by name, as above: what the way is opened to',
                type: 'object',
                additionalProperties: {
                  type: ['integer', 'object'],
                  minimum: 1,
                  maximum: 65535,
                  properties: {
                    port: { type: 'integer', minimum: 1, maximum: 65535 },
                    targetPort: { type: 'integer', minimum: 1, maximum: 65535 },
                    protocol: { type: 'string', enum: ['TCP', 'UDP'] },
                  },
                },
              },
              port: {
                description:
                  'name of the port that `{port}` and a wait mean, where there are several',
                type: 'string',
              },
              podLabels: {
                description:
                  'which pods the way is opened to; default `app.kubernetes.io/name: <key>`',
                type: 'object',
                additionalProperties: { type: 'string' },
              },
              wait: {
                description:
                  'whether pods wait for it; one without a port for TCP is passed over',
                type: 'boolean',
              },
              external: {
                description:
                  'outside the cluster: no pods are meant, `cidrs` are',
                type: 'boolean',
              },
              cidrs: {
                description: 'default: any address',
                type: 'array',
                items: { type: 'string' },
              },
              database: { type: 'string' },
              username: { type: 'string' },
              vhost: { type: 'string' },
              secret: {
                description:
                  'which Secret holds credentials, and under which keys',
                type: 'object',
                properties: {
                  name: { type: 'string' },
                  keys: {
                    type: 'object',
                    properties: {
                      username: { type: 'string' },
                      password: { type: 'string' },
                      database: { type: 'string' },
                      vhost: { type: 'string' },
                      uri: { type: 'string' },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
    waits: {
      description:
        "by dependency: whether to wait before the start until a port of it takes a connection by TCP; wins over the wiring's `wait`",
      type: 'object',
      additionalProperties: { type: 'boolean' },
    },
    wait: {
      type: 'object',
      properties: {
        timeoutSeconds: {
          description:
            'how long, before the pod says what is missing and tries again',
          type: 'integer',
          minimum: 0,
        },
        image: {
          description: 'keys as in `image`; it needs `sh`, `date` and `nc -z`',
          type: 'object',
          properties: {
            registry: { type: 'string' },
            repository: { type: 'string' },
            tag: { type: 'string' },
            digest: { type: 'string' },
            pullPolicy: { type: 'string' },
          },
        },
      },
    },
    egress: {
      description:
        'list of `{ host, port }`: the port is open to every public address (of IPv4, and `2000::/3` of IPv6), and to no private one; the host is written down, not enforced',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          host: { type: 'string' },
          port: { type: 'integer', minimum: 1, maximum: 65535 },
        },
      },
    },
    networkPolicy: {
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        dns: {
          description: 'where names are asked for, by UDP and TCP',
          type: 'object',
          properties: {
            namespace: {
              description:
                'name of its namespace; `""` means the service\'s own for `podLabels`, and without them no pod',
              type: 'string',
            },
            podLabels: {
              description: 'which of its pods; without them all',
              type: 'object',
              additionalProperties: { type: 'string' },
            },
            cidrs: {
              description:
                'address ranges beside the pods, such as `169.254.20.10/32` of NodeLocal DNSCache',
              type: 'array',
              items: { type: 'string' },
            },
            port: {
              description: 'the port of its pods, such as 5353 on OpenShift',
              type: 'integer',
              minimum: 1,
              maximum: 65535,
            },
          },
        },
        ingressController: {
          description:
            'who may reach a service that has host names: an ingress controller, or the proxies of a `gateway`',
          type: 'object',
          properties: {
            namespace: {
              description:
                'name of its namespace; `""` means the service\'s own for `podLabels`, and without them no pod',
              type: 'string',
            },
            podLabels: {
              description: 'which of its pods; without them all',
              type: 'object',
              additionalProperties: { type: 'string' },
            },
            cidrs: {
              description:
                "address ranges beside the pods, for what is no pod, such as a cloud's load balancer",
              type: 'array',
              items: { type: 'string' },
            },
          },
        },
        monitoring: {
          description: 'who may reach the port of `serviceMonitor`',
          type: 'object',
          properties: {
            namespace: {
              description:
                'name of its namespace; `""` means the service\'s own for `podLabels`, and without them no pod',
              type: 'string',
            },
            podLabels: {
              description: 'which of its pods; without them all',
              type: 'object',
              additionalProperties: { type: 'string' },
            },
            cidrs: {
              description:
                "address ranges beside the pods, for what is no pod, such as a cloud's load balancer",
              type: 'array',
              items: { type: 'string' },
            },
          },
        },
        kubernetesApi: {
          description:
            'the Kubernetes API, which pods with a token may reach: those with `rbac.rules` or `serviceAccount.automount`',
          type: 'object',
          properties: {
            cidrs: {
              description:
                'addresses of its servers, which are no pods; default any address',
              type: 'array',
              items: { type: 'string' },
            },
            ports: {
              description: 'the ports that its servers listen on',
              type: 'array',
              items: { type: 'integer', minimum: 1, maximum: 65535 },
            },
          },
        },
      },
    },
    service: {
      type: 'object',
      properties: {
        type: {
          description:
            'with `NodePort` and `LoadBalancer` the policy admits any address to every port, since it cannot know from where they are reached',
          type: 'string',
          enum: ['ClusterIP', 'NodePort', 'LoadBalancer'],
        },
        annotations: {
          type: 'object',
          additionalProperties: { type: 'string' },
        },
      },
    },
    ingress: {
      description:
        'an Ingress where there are host names, those of `wiring.hosts` and `ingress.hosts`; not with `httpRoute.enabled`',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        className: { type: 'string' },
        annotations: {
          type: 'object',
          additionalProperties: { type: 'string' },
        },
        hosts: {
          description: 'further host names',
          type: 'array',
          items: { type: 'string' },
        },
        path: { type: 'string' },
        pathType: {
          type: 'string',
          enum: ['Prefix', 'Exact', 'ImplementationSpecific'],
        },
        port: {
          description: 'name of a port, default `http` or the first by name',
          type: 'string',
        },
        tls: {
          description:
            'whether it is reached by HTTPS, with the certificate in `certificate.secretName`',
          type: 'boolean',
        },
      },
    },
    httpRoute: {
      description:
        'an HTTPRoute of the Gateway API instead of the Ingress, for the same host names',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        parentRefs: {
          description:
            "gateways, as Kubernetes has them; default the service's own `gateway`",
          type: 'array',
          items: { type: 'object' },
        },
        annotations: {
          type: 'object',
          additionalProperties: { type: 'string' },
        },
        rules: {
          description:
            'rules, as Kubernetes has them; default all of `ingress.path` to the service. The network policy opens the ports of the service that they name',
          type: 'array',
          items: { type: 'object' },
        },
      },
    },
    gateway: {
      description:
        "a Gateway of the service's own, with a listener for HTTP and one for HTTPS for each host name",
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        className: {
          description: 'required: the GatewayClass',
          type: 'string',
        },
        annotations: {
          type: 'object',
          additionalProperties: { type: 'string' },
        },
      },
    },
    certificate: {
      description: 'the certificate of `ingress.tls` and of the `gateway`',
      type: 'object',
      properties: {
        secretName: {
          description: 'the Secret with it, default `<name>-tls`',
          type: 'string',
        },
        issuer: {
          description:
            "cert-manager's issuer; without a name the Secret is made by hand",
          type: 'object',
          properties: {
            name: { type: 'string' },
            kind: { type: 'string', enum: ['Issuer', 'ClusterIssuer'] },
          },
        },
        duration: { type: 'string' },
        renewBefore: { type: 'string' },
      },
    },
    probes: {
      description:
        'liveness, readiness and startup; each a `path`, a TCP connection, gRPC or a `command`. A worker has only those with a command, a job none',
      type: 'object',
      properties: {
        liveness: {
          type: 'object',
          properties: {
            enabled: { type: 'boolean' },
            path: {
              description: 'an HTTP path; `""` means a TCP connection',
              type: 'string',
            },
            port: {
              description:
                'name or number, default `http` or the first by name, with `grpc` a port of that name',
              type: ['string', 'integer'],
              minimum: 1,
              maximum: 65535,
            },
            grpc: {
              description: 'asks by the gRPC health protocol',
              type: 'boolean',
            },
            command: {
              description: 'instead of a path',
              type: 'array',
              items: { type: 'string' },
            },
            initialDelaySeconds: { type: 'integer', minimum: 0 },
            periodSeconds: { type: 'integer', minimum: 0 },
            timeoutSeconds: { type: 'integer', minimum: 0 },
            failureThreshold: { type: 'integer', minimum: 0 },
          },
        },
        readiness: {
          type: 'object',
          properties: {
            enabled: { type: 'boolean' },
            path: {
              description: 'an HTTP path; `""` means a TCP connection',
              type: 'string',
            },
            port: {
              description:
                'name or number, default `http` or the first by name, with `grpc` a port of that name',
              type: ['string', 'integer'],
              minimum: 1,
              maximum: 65535,
            },
            grpc: {
              description: 'asks by the gRPC health protocol',
              type: 'boolean',
            },
            command: {
              description: 'instead of a path',
              type: 'array',
              items: { type: 'string' },
            },
            initialDelaySeconds: { type: 'integer', minimum: 0 },
            periodSeconds: { type: 'integer', minimum: 0 },
            timeoutSeconds: { type: 'integer', minimum: 0 },
            failureThreshold: { type: 'integer', minimum: 0 },
          },
        },
        startup: {
          description:
            "makes the liveness probe's check unless it has its own, for five minutes: 60 times every 5 seconds, for `java` 30 times every 10",
          type: 'object',
          properties: {
            enabled: { type: 'boolean' },
            path: {
              description: 'an HTTP path; `""` means a TCP connection',
              type: 'string',
            },
            port: {
              description:
                'name or number, default `http` or the first by name, with `grpc` a port of that name',
              type: ['string', 'integer'],
              minimum: 1,
              maximum: 65535,
            },
            grpc: {
              description: 'asks by the gRPC health protocol',
              type: 'boolean',
            },
            command: {
              description: 'instead of a path',
              type: 'array',
              items: { type: 'string' },
            },
            initialDelaySeconds: { type: 'integer', minimum: 0 },
            periodSeconds: { type: 'integer', minimum: 0 },
            timeoutSeconds: { type: 'integer', minimum: 0 },
            failureThreshold: { type: 'integer', minimum: 0 },
          },
        },
      },
    },
    serviceMonitor: {
      description: 'a ServiceMonitor of the Prometheus Operator',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        port: {
          description:
            'name of a port, default `metrics`, `http` or the first by name',
          type: 'string',
        },
        path: { type: 'string' },
        interval: { type: 'string' },
        scrapeTimeout: { type: 'string' },
        labels: {
          description: 'by which Prometheus selects it',
          type: 'object',
          additionalProperties: { type: 'string' },
        },
      },
    },
    prometheusRule: {
      description: 'a PrometheusRule of the Prometheus Operator',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        groups: {
          description: 'groups of rules, as Prometheus has them',
          type: 'array',
          items: { type: 'object' },
        },
      },
    },
    test: {
      description:
        "a pod for `helm test` that asks the service's readiness path, or connects to its port",
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        path: {
          description: 'default: the path of `probes.readiness`',
          type: 'string',
        },
        command: {
          description: 'instead of asking',
          type: 'array',
          items: { type: 'string' },
        },
        image: {
          description: 'default: the image of `wait`',
          type: 'object',
          properties: {
            registry: {
              description: 'put before the repository',
              type: 'string',
            },
            repository: { description: 'where the image is', type: 'string' },
            tag: { type: 'string' },
            digest: {
              description: '`sha256:…`, appended to the reference',
              type: 'string',
            },
            pullPolicy: {
              type: 'string',
              enum: ['Always', 'IfNotPresent', 'Never'],
            },
          },
        },
      },
    },
    resources: {
      description:
        'requests and limits, merged over the language\'s; `""` removes one',
      type: 'object',
    },
    autoscaling: {
      description: 'a HorizontalPodAutoscaler',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        minReplicas: { type: 'integer' },
        maxReplicas: { type: 'integer' },
        targetCPUUtilizationPercentage: {
          description: '0 removes it',
          type: 'integer',
          minimum: 0,
        },
        targetMemoryUtilizationPercentage: {
          description: '0 removes it',
          type: 'integer',
          minimum: 0,
        },
        metrics: {
          description: 'further metrics, as Kubernetes has them',
          type: 'array',
          items: { type: 'object' },
        },
        behavior: {
          description: 'as Kubernetes has it; `""` removes an entry',
          type: 'object',
        },
      },
    },
    podDisruptionBudget: {
      description: 'rendered only where two or more pods are wanted',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        maxUnavailable: {
          description:
            'how many pods may go at a time, or a part such as `25%`; `""` removes it, and without either there is no budget',
          type: ['integer', 'string'],
          minimum: 0,
        },
        minAvailable: {
          description: 'how many must stay, instead',
          type: ['integer', 'string'],
          minimum: 0,
        },
      },
    },
    topologySpread: {
      type: 'object',
      properties: {
        enabled: {
          description:
            'spreads pods over zones and nodes where that can be done',
          type: 'boolean',
        },
      },
    },
    topologySpreadConstraints: {
      description:
        "instead of these; without a `labelSelector` they count the service's own pods",
      type: 'array',
      items: { type: 'object' },
    },
    affinity: {
      description: 'as Kubernetes has it; `""` removes an entry',
      type: 'object',
    },
    nodeSelector: {
      description:
        '`""` removes an entry, but for `node-role.kubernetes.io/…`, whose value it is; other labels without a value are asked for in `affinity`, by `Exists`',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    tolerations: { type: 'array', items: { type: 'object' } },
    priorityClassName: { type: 'string' },
    terminationGracePeriodSeconds: { type: 'integer', minimum: 0 },
    strategy: {
      description:
        'Kubernetes\' update strategy; `""` removes an entry; default a rolling update that never goes below `replicas`',
      type: 'object',
    },
    podSecurity: {
      description: '`baseline` is for an image that starts as root',
      type: 'string',
      enum: ['restricted', 'baseline'],
    },
    securityContext: {
      type: 'object',
      properties: {
        runAsUser: {
          description: "1000; under `baseline` the image's own unless written",
          type: 'integer',
          minimum: 0,
        },
        runAsGroup: { type: 'integer', minimum: 0 },
        fsGroup: { type: 'integer', minimum: 0 },
        readOnlyRootFilesystem: { type: 'boolean' },
      },
    },
    serviceAccount: {
      type: 'object',
      properties: {
        create: { type: 'boolean' },
        name: {
          description:
            "an account that exists, where none is created; default the namespace's own",
          type: 'string',
        },
        annotations: {
          description:
            "such as a cloud's identity: `eks.amazonaws.com/role-arn`",
          type: 'object',
          additionalProperties: { type: 'string' },
        },
        automount: {
          description:
            "whether the pods get the account's token; they do with `rbac.rules`",
          type: 'boolean',
        },
      },
    },
    rbac: {
      description: 'a Role and its RoleBinding',
      type: 'object',
      properties: {
        rules: {
          description: 'rules, as Kubernetes has them',
          type: 'array',
          items: { type: 'object' },
        },
      },
    },
    writablePaths: {
      description:
        'folders that are writable and empty at start, beside `/tmp`',
      type: 'array',
      items: { type: 'string' },
    },
    persistence: {
      description:
        'a volume for each pod of a StatefulSet, or one PersistentVolumeClaim of a Deployment, which then is replaced and not rolled',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        size: { type: 'string' },
        mountPath: { type: 'string' },
        storageClassName: { type: 'string' },
        accessMode: {
          description: '`ReadOnlyMany` is for an `existingClaim` alone',
          type: 'string',
          enum: [
            'ReadWriteOnce',
            'ReadWriteOncePod',
            'ReadWriteMany',
            'ReadOnlyMany',
          ],
        },
        existingClaim: {
          description:
            'a claim that exists; not for a StatefulSet. A claim that this chart makes stays when the release goes',
          type: 'string',
        },
      },
    },
    volumes: {
      description: 'further volumes, as Kubernetes has them',
      type: 'array',
      items: { type: 'object' },
    },
    volumeMounts: { type: 'array', items: { type: 'object' } },
    job: {
      description: 'of `type` job, and of the jobs that a cronjob makes',
      type: 'object',
      properties: {
        backoffLimit: { type: 'integer', minimum: 0 },
        activeDeadlineSeconds: {
          description: '0 sets none',
          type: 'integer',
          minimum: 0,
        },
        ttlSecondsAfterFinished: {
          description:
            '0 keeps a Job until the next version; one that is gone is made and run again by the next `helm upgrade`, or by Argo CD at once',
          type: 'integer',
          minimum: 0,
        },
        completions: { type: 'integer', minimum: 0 },
        parallelism: { type: 'integer', minimum: 0 },
      },
    },
    cronJob: {
      type: 'object',
      properties: {
        schedule: {
          description:
            'required for `type` cronjob, such as `0 3 * * *`; Sunday is 0',
          type: 'string',
        },
        timeZone: { type: 'string' },
        concurrencyPolicy: {
          type: 'string',
          enum: ['Allow', 'Forbid', 'Replace'],
        },
        suspend: { type: 'boolean' },
        startingDeadlineSeconds: {
          description: '0 sets none',
          type: 'integer',
          minimum: 0,
        },
        successfulJobsHistoryLimit: { type: 'integer', minimum: 0 },
        failedJobsHistoryLimit: { type: 'integer', minimum: 0 },
      },
    },
    migration: {
      description:
        'what must run before a new version does: in an init container, or as a hook Job for a database outside the release',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        command: { type: 'array', items: { type: 'string' } },
        args: { type: 'array', items: { type: 'string' } },
        hook: {
          description:
            "a Job before install and upgrade, with the service's environment; a database of this release is not there yet",
          type: 'boolean',
        },
      },
    },
    hooks: {
      description:
        "by name: a Job that Helm runs at an event, with the service's image and environment, such as one that makes an administrator after the first install",
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          enabled: { description: 'default `true`', type: 'boolean' },
          command: { type: 'array', items: { type: 'string' } },
          args: { type: 'array', items: { type: 'string' } },
          image: {
            description:
              "default the service's own; a `tag` alone is another version of it",
            type: 'object',
            properties: {
              registry: {
                description: 'put before the repository',
                type: 'string',
              },
              repository: { description: 'where the image is', type: 'string' },
              tag: { type: 'string' },
              digest: {
                description: '`sha256:…`, appended to the reference',
                type: 'string',
              },
              pullPolicy: {
                type: 'string',
                enum: ['Always', 'IfNotPresent', 'Never'],
              },
            },
          },
          events: {
            description:
              'when it runs: pre-install, post-install, pre-upgrade, post-upgrade, pre-delete, post-delete, pre-rollback, post-rollback',
            type: 'array',
            items: { type: 'string' },
          },
          weight: {
            description: 'the order among hooks of one event',
            type: 'integer',
          },
          env: {
            description:
              'as the service\'s `env`, and over it and `config`; `""` removes a name of these',
            type: 'object',
            additionalProperties: {
              type: ['string', 'object'],
              properties: {
                secret: { type: 'string' },
                key: { type: 'string' },
              },
            },
          },
          backoffLimit: {
            description: 'how often it is tried again, default 3',
            type: 'integer',
            minimum: 0,
          },
          activeDeadlineSeconds: {
            description:
              'how long all tries may take, default 600; 0 sets no limit',
            type: 'integer',
            minimum: 0,
          },
        },
      },
    },
    labels: {
      description: 'on every object and pod',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    annotations: {
      description: 'on every object',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    podLabels: {
      description: 'on pods alone',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    podAnnotations: {
      description: 'on pods alone',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    extraObjects: {
      description:
        'further objects, as Kubernetes has them; namespace and labels are added where they have none, to a Pod all but the name by which the service\'s own pods are selected; `metadata.namespace: ""` for one that belongs to no namespace',
      type: 'array',
      items: { type: 'object' },
    },
    nameOverride: {
      description: 'as `fullnameOverride`, which wins',
      type: 'string',
    },
    fullnameOverride: {
      description:
        "another name than the chart's, for all objects and for `app.kubernetes.io/name`; the wiring of those who call it, and the callers of those whom it calls, must say it too",
      type: 'string',
    },
    global: { type: 'object' },
    'platform-common': { type: 'object' },
  },
};
