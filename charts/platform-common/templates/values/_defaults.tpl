{{/*
The defaults of every value. They are code and not a values.yaml, so that the copy of this
chart that renders a release also brings its own defaults. Resources come by language, from
platform-common.v1.values.resources.
Usage: {{ include "platform-common.v1.values.defaults" . | fromYaml }}
*/}}
{{- define "platform-common.v1.values.defaults" -}}
language: ""
type: deployment
image:
  registry: ""
  repository: ""
  tag: ""
  digest: ""
  pullPolicy: IfNotPresent
imagePullSecrets: []
replicas: 1
ports: {}
command: []
args: []
env: {}
config: {}
existingSecret: ""
bindings: {}
wiring:
  dependencies: {}
waits: {}
wait:
  timeoutSeconds: 300
  image:
    repository: busybox
    tag: "1.37.0"
probes:
  liveness:
    enabled: true
    periodSeconds: 10
    timeoutSeconds: 3
    failureThreshold: 3
  readiness:
    enabled: true
    periodSeconds: 10
    timeoutSeconds: 3
    failureThreshold: 3
  startup:
    enabled: true
    periodSeconds: 5
    timeoutSeconds: 3
    failureThreshold: 60
resources: {}
podSecurity: restricted
securityContext:
  readOnlyRootFilesystem: true
writablePaths: []
persistence:
  enabled: false
  size: 1Gi
  mountPath: /data
  storageClassName: ""
egress: []
networkPolicy:
  enabled: true
serviceAccount:
  create: true
  annotations: {}
labels: {}
annotations: {}
podLabels: {}
podAnnotations: {}
terminationGracePeriodSeconds: 30
nameOverride: ""
fullnameOverride: ""
{{- end -}}

{{/*
Requests and limits by language; Node.js, Python and all that is not named take the default.
What `resources` says wins, and "" removes an entry.
Usage: {{ include "platform-common.v1.values.resources" $context }}
*/}}
{{- define "platform-common.v1.values.resources" -}}
{{- $default := dict
  "requests" (dict "cpu" "100m" "memory" "256Mi")
  "limits" (dict "cpu" "500m" "memory" "512Mi")
-}}
{{- $languages := dict
  "java" (dict
    "requests" (dict "cpu" "250m" "memory" "512Mi")
    "limits" (dict "cpu" "1000m" "memory" "1Gi"))
  "nginx" (dict
    "requests" (dict "cpu" "50m" "memory" "128Mi")
    "limits" (dict "cpu" "200m" "memory" "256Mi"))
-}}
{{- $resources := hasKey $languages .values.language | ternary (get $languages .values.language) $default -}}
{{- $resources = mustMergeOverwrite $resources (deepCopy .values.resources) -}}
{{- include "platform-common.v1.values.prune" $resources -}}
{{- toYaml $resources -}}
{{- end -}}
