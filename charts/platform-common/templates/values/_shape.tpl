{{/*
Generated from values.schema.yaml by `npm run generate`.
Every value that this chart knows, and of which kind it is, set as "shapes": by key a shape as
JSON, or a bare leaf. A leaf names one or more kinds (text, number, boolean, list, map) with "|"
between them, after "=" the words that it may be, and after a blank the bounds of a number, which
is always whole; "*" stands for any key; the key "=" names the kinds that may stand in place of
the map.
Usage: {{ include "platform-common.v1.values.shapes" $known }}, with a dict
*/}}
{{- define "platform-common.v1.values.shapes" -}}
{{- $_ := set . "shapes" (dict
  "language" "text"
  "type" "text=deployment|statefulset|daemonset|job|cronjob"
  "enabled" "boolean"
  "image" `{
    "registry": "text",
    "repository": "text",
    "tag": "text",
    "digest": "text",
    "pullPolicy": "text=Always|IfNotPresent|Never"
  }`
  "imagePullSecrets" `[{ "name": "text" }]`
  "replicas" "number 0.."
  "ports" `{
    "*": {
      "=": ["number 1..65535"],
      "port": "number 1..65535",
      "targetPort": "number 1..65535",
      "protocol": "text=TCP|UDP"
    }
  }`
  "command" `["text"]`
  "args" `["text"]`
  "lifecycle" "map"
  "initContainers" `["map"]`
  "sidecars" `["map"]`
  "env" `{ "*": { "=": ["text"], "secret": "text", "key": "text" } }`
  "config" `{ "*": "text" }`
  "configFiles" `["text"]`
  "existingSecret" "text"
  "externalSecret" `{
    "enabled": "boolean",
    "store": { "name": "text", "kind": "text=SecretStore|ClusterSecretStore" },
    "refreshInterval": "text",
    "data": { "*": { "key": "text", "property": "text", "version": "text" } },
    "extract": ["text"]
  }`
  "secrets" `{ "*": "text" }`
  "secretsFiles" `["text"]`
  "caCertificates" `{
    "enabled": "boolean",
    "certificates": { "*": "text" },
    "files": ["text"],
    "existingConfigMap": "text",
    "key": "text",
    "complete": "boolean"
  }`
  "bindings" `{ "*": { "*": "text" } }`
  "wiring" `{
    "callers": { "*": "boolean" },
    "hosts": ["text"],
    "dependencies": {
      "*": {
        "host": "text",
        "ports": {
          "*": {
            "=": ["number 1..65535"],
            "port": "number 1..65535",
            "targetPort": "number 1..65535",
            "protocol": "text=TCP|UDP"
          }
        },
        "port": "text",
        "podLabels": { "*": "text" },
        "wait": "boolean",
        "external": "boolean",
        "cidrs": ["text"],
        "database": "text",
        "username": "text",
        "vhost": "text",
        "secret": {
          "name": "text",
          "keys": {
            "username": "text",
            "password": "text",
            "database": "text",
            "vhost": "text",
            "uri": "text"
          }
        }
      }
    }
  }`
  "waits" `{ "*": "boolean" }`
  "wait" `{
    "timeoutSeconds": "number 0..",
    "image": {
      "registry": "text",
      "repository": "text",
      "tag": "text",
      "digest": "text",
      "pullPolicy": "text"
    }
  }`
  "egress" `[{ "host": "text", "port": "number 1..65535" }]`
  "networkPolicy" `{
    "enabled": "boolean",
    "dns": {
      "namespace": "text",
      "podLabels": { "*": "text" },
      "cidrs": ["text"],
      "port": "number 1..65535"
    },
    "ingressController": { "namespace": "text", "podLabels": { "*": "text" }, "cidrs": ["text"] },
    "monitoring": { "namespace": "text", "podLabels": { "*": "text" }, "cidrs": ["text"] },
    "kubernetesApi": { "cidrs": ["text"], "ports": ["number 1..65535"] }
  }`
  "service" `{ "type": "text=ClusterIP|NodePort|LoadBalancer", "annotations": { "*": "text" } }`
  "ingress" `{
    "enabled": "boolean",
    "className": "text",
    "annotations": { "*": "text" },
    "hosts": ["text"],
    "path": "text",
    "pathType": "text=Prefix|Exact|ImplementationSpecific",
    "port": "text",
    "tls": "boolean"
  }`
  "httpRoute" `{
    "enabled": "boolean",
    "parentRefs": ["map"],
    "annotations": { "*": "text" },
    "rules": ["map"]
  }`
  "gateway" `{ "enabled": "boolean", "className": "text", "annotations": { "*": "text" } }`
  "certificate" `{
    "secretName": "text",
    "issuer": { "name": "text", "kind": "text=Issuer|ClusterIssuer" },
    "duration": "text",
    "renewBefore": "text"
  }`
  "probes" `{
    "liveness": {
      "enabled": "boolean",
      "path": "text",
      "port": "text|number 1..65535",
      "grpc": "boolean",
      "command": ["text"],
      "initialDelaySeconds": "number 0..",
      "periodSeconds": "number 0..",
      "timeoutSeconds": "number 0..",
      "failureThreshold": "number 0.."
    },
    "readiness": {
      "enabled": "boolean",
      "path": "text",
      "port": "text|number 1..65535",
      "grpc": "boolean",
      "command": ["text"],
      "initialDelaySeconds": "number 0..",
      "periodSeconds": "number 0..",
      "timeoutSeconds": "number 0..",
      "failureThreshold": "number 0.."
    },
    "startup": {
      "enabled": "boolean",
      "path": "text",
      "port": "text|number 1..65535",
      "grpc": "boolean",
      "command": ["text"],
      "initialDelaySeconds": "number 0..",
      "periodSeconds": "number 0..",
      "timeoutSeconds": "number 0..",
      "failureThreshold": "number 0.."
    }
  }`
  "serviceMonitor" `{
    "enabled": "boolean",
    "port": "text",
    "path": "text",
    "interval": "text",
    "scrapeTimeout": "text",
    "labels": { "*": "text" }
  }`
  "prometheusRule" `{ "enabled": "boolean", "labels": { "*": "text" }, "groups": ["map"] }`
  "test" `{
    "enabled": "boolean",
    "path": "text",
    "command": ["text"],
    "image": {
      "registry": "text",
      "repository": "text",
      "tag": "text",
      "digest": "text",
      "pullPolicy": "text=Always|IfNotPresent|Never"
    }
  }`
  "resources" "map"
  "autoscaling" `{
    "enabled": "boolean",
    "minReplicas": "number",
    "maxReplicas": "number",
    "targetCPUUtilizationPercentage": "number 0..",
    "targetMemoryUtilizationPercentage": "number 0..",
    "metrics": ["map"],
    "behavior": "map"
  }`
  "podDisruptionBudget" `{
    "enabled": "boolean",
    "maxUnavailable": "number|text 0..",
    "minAvailable": "number|text 0.."
  }`
  "topologySpread" `{ "enabled": "boolean" }`
  "topologySpreadConstraints" `["map"]`
  "affinity" "map"
  "nodeSelector" `{ "*": "text" }`
  "tolerations" `["map"]`
  "priorityClassName" "text"
  "terminationGracePeriodSeconds" "number 0.."
  "strategy" "map"
  "podSecurity" "text=restricted|baseline"
  "securityContext" `{
    "runAsUser": "number 0..",
    "runAsGroup": "number 0..",
    "fsGroup": "number 0..",
    "readOnlyRootFilesystem": "boolean"
  }`
  "serviceAccount" `{
    "create": "boolean",
    "name": "text",
    "annotations": { "*": "text" },
    "automount": "boolean"
  }`
  "rbac" `{ "rules": ["map"] }`
  "writablePaths" `["text"]`
  "persistence" `{
    "enabled": "boolean",
    "size": "text",
    "mountPath": "text",
    "storageClassName": "text",
    "accessMode": "text=ReadWriteOnce|ReadWriteOncePod|ReadWriteMany|ReadOnlyMany",
    "existingClaim": "text"
  }`
  "volumes" `["map"]`
  "volumeMounts" `["map"]`
  "job" `{
    "backoffLimit": "number 0..",
    "activeDeadlineSeconds": "number 0..",
    "ttlSecondsAfterFinished": "number 0..",
    "completions": "number 0..",
    "parallelism": "number 0.."
  }`
  "cronJob" `{
    "schedule": "text",
    "timeZone": "text",
    "concurrencyPolicy": "text=Allow|Forbid|Replace",
    "suspend": "boolean",
    "startingDeadlineSeconds": "number 0..",
    "successfulJobsHistoryLimit": "number 0..",
    "failedJobsHistoryLimit": "number 0.."
  }`
  "migration" `{ "enabled": "boolean", "command": ["text"], "args": ["text"], "hook": "boolean" }`
  "hooks" `{
    "*": {
      "enabled": "boolean",
      "command": ["text"],
      "args": ["text"],
      "image": {
        "registry": "text",
        "repository": "text",
        "tag": "text",
        "digest": "text",
        "pullPolicy": "text=Always|IfNotPresent|Never"
      },
      "events": ["text"],
      "weight": "number",
      "env": { "*": { "=": ["text"], "secret": "text", "key": "text" } },
      "backoffLimit": "number 0..",
      "activeDeadlineSeconds": "number 0.."
    }
  }`
  "labels" `{ "*": "text" }`
  "annotations" `{ "*": "text" }`
  "podLabels" `{ "*": "text" }`
  "podAnnotations" `{ "*": "text" }`
  "extraObjects" `["map"]`
  "nameOverride" "text"
  "fullnameOverride" "text"
) -}}
{{- end -}}

{{/*
The same for one entry of the umbrella's `backingServices`.
Usage: {{ include "platform-common.v1.values.backingServiceShape" . | fromJson }}
*/}}
{{- define "platform-common.v1.values.backingServiceShape" -}}
{
  "callers": { "*": "boolean" },
  "ports": {
    "*": {
      "=": ["number 1..65535"],
      "port": "number 1..65535",
      "targetPort": "number 1..65535",
      "protocol": "text=TCP|UDP"
    }
  },
  "podLabels": { "*": "text" },
  "peerPorts": ["number 1..65535"],
  "objects": ["map"]
}
{{- end -}}
