{{/*
Generated from values.schema.yaml by `npm run generate`.
The defaults of every value. They are code and not a values.yaml, so that the copy of this
chart that renders a release also brings its own defaults.
Usage: {{ include "platform-common.v1.values.defaults" . | fromJson }}
*/}}
{{- define "platform-common.v1.values.defaults" -}}
{
  "language": "",
  "type": "deployment",
  "image": { "registry": "", "repository": "", "tag": "", "digest": "", "pullPolicy": "IfNotPresent" },
  "imagePullSecrets": [],
  "replicas": 1,
  "ports": {},
  "command": [],
  "args": [],
  "lifecycle": {},
  "initContainers": [],
  "sidecars": [],
  "env": {},
  "config": {},
  "configFiles": [],
  "existingSecret": "",
  "externalSecret": {
    "enabled": false,
    "store": { "name": "", "kind": "ClusterSecretStore" },
    "refreshInterval": "1h",
    "data": {},
    "extract": []
  },
  "secrets": {},
  "secretsFiles": [],
  "caCertificates": {
    "enabled": false,
    "certificates": {},
    "files": [],
    "existingConfigMap": "",
    "key": "ca.crt",
    "complete": false
  },
  "bindings": {},
  "wiring": { "dependencies": {} },
  "waits": {},
  "wait": { "timeoutSeconds": 300, "image": { "repository": "busybox", "tag": "1.37.0" } },
  "egress": [],
  "networkPolicy": {
    "enabled": true,
    "dns": { "namespace": "kube-system", "port": 53 },
    "ingressController": { "namespace": "ingress-nginx" },
    "monitoring": { "namespace": "monitoring" },
    "kubernetesApi": { "cidrs": [], "ports": [443, 6443] }
  },
  "service": { "type": "ClusterIP", "annotations": {} },
  "ingress": {
    "enabled": true,
    "className": "",
    "annotations": {},
    "hosts": [],
    "path": "/",
    "pathType": "Prefix",
    "port": "",
    "tls": false
  },
  "httpRoute": { "enabled": false, "parentRefs": [], "annotations": {}, "rules": [] },
  "gateway": { "enabled": false, "className": "", "annotations": {} },
  "certificate": {
    "secretName": "",
    "issuer": { "name": "", "kind": "ClusterIssuer" },
    "duration": "",
    "renewBefore": ""
  },
  "probes": {
    "liveness": { "enabled": true, "periodSeconds": 10, "timeoutSeconds": 3, "failureThreshold": 3 },
    "readiness": { "enabled": true, "periodSeconds": 10, "timeoutSeconds": 3, "failureThreshold": 3 },
    "startup": { "enabled": true, "timeoutSeconds": 3 }
  },
  "serviceMonitor": {
    "enabled": false,
    "port": "",
    "path": "/metrics",
    "interval": "30s",
    "scrapeTimeout": "",
    "labels": {}
  },
  "prometheusRule": { "enabled": false, "labels": {}, "groups": [] },
  "test": { "enabled": false, "path": "", "command": [], "image": {} },
  "resources": {},
  "autoscaling": {
    "enabled": false,
    "minReplicas": 2,
    "maxReplicas": 10,
    "targetCPUUtilizationPercentage": 70,
    "targetMemoryUtilizationPercentage": 0,
    "metrics": [],
    "behavior": {}
  },
  "podDisruptionBudget": { "enabled": true, "maxUnavailable": 1, "minAvailable": "" },
  "topologySpread": { "enabled": true },
  "topologySpreadConstraints": [],
  "affinity": {},
  "nodeSelector": {},
  "tolerations": [],
  "priorityClassName": "",
  "terminationGracePeriodSeconds": 30,
  "strategy": {},
  "podSecurity": "restricted",
  "securityContext": { "readOnlyRootFilesystem": true },
  "serviceAccount": { "create": true, "name": "", "annotations": {}, "automount": false },
  "rbac": { "rules": [] },
  "writablePaths": [],
  "persistence": {
    "enabled": false,
    "size": "1Gi",
    "mountPath": "/data",
    "storageClassName": "",
    "accessMode": "ReadWriteOnce",
    "existingClaim": ""
  },
  "volumes": [],
  "volumeMounts": [],
  "job": {
    "backoffLimit": 3,
    "activeDeadlineSeconds": 0,
    "ttlSecondsAfterFinished": 0,
    "completions": 1,
    "parallelism": 1
  },
  "cronJob": {
    "schedule": "",
    "timeZone": "",
    "concurrencyPolicy": "Forbid",
    "suspend": false,
    "startingDeadlineSeconds": 0,
    "successfulJobsHistoryLimit": 3,
    "failedJobsHistoryLimit": 1
  },
  "migration": { "enabled": false, "command": [], "args": [], "hook": false },
  "hooks": {},
  "labels": {},
  "annotations": {},
  "podLabels": {},
  "podAnnotations": {},
  "extraObjects": [],
  "nameOverride": "",
  "fullnameOverride": ""
}
{{- end -}}
