{{/*
The pod template of every workload: its metadata and its spec. Its annotations hold the hashes
of the data that programs read at their start, so that a change restarts the pods, and a new
version of a chart does not.
Usage: {{ include "platform-common.v1.fields.pod" $context }}
*/}}
{{- define "platform-common.v1.fields.pod" -}}
{{- $annotations := deepCopy .values.podAnnotations -}}
{{- range $name, $data := dict
  "config" (include "platform-common.v1.fields.configData" .)
  "secret" (include "platform-common.v1.fields.secretData" .)
  "ca-certificates" (include "platform-common.v1.fields.caCertificatesData" .)
-}}
  {{- if $data -}}
    {{- $_ := set $annotations (printf "checksum/%s" $name) (sha256sum $data) -}}
  {{- end -}}
{{- end -}}
metadata:
  labels:
    {{- include "platform-common.v1.fields.podLabels" . | nindent 4 }}
  {{- with $annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- include "platform-common.v1.fields.podSpec" (dict
    "context" .
    "own" true
    "restartPolicy" (has .values.type (list "job" "cronjob") | ternary "Never" "")
    "initContainers" (include "platform-common.v1.fields.initContainers" .)
    "containers" (include "platform-common.v1.fields.containers" .)
    "volumes" (include "platform-common.v1.fields.volumes" .)
  ) | nindent 2 }}
{{- end -}}

{{/*
The spec of any pod that belongs to the service: its own, and those of hooks and tests, which
pass their containers and volumes as text.

  own             the service's own pods: they alone are placed by what other pods are where
  anonymous       without the service's account and its token: for a pod that runs before the
                  account is there, or that needs none
  restartPolicy   default Kubernetes' own
  initContainers, containers, volumes   lists as text

Usage: {{ include "platform-common.v1.fields.podSpec" (dict "context" $context "containers" $containers "volumes" $volumes) }}
*/}}
{{- define "platform-common.v1.fields.podSpec" -}}
{{- $values := .context.values -}}
{{- $affinity := pick $values.affinity "nodeAffinity" -}}
{{- if .own }}{{ $affinity = $values.affinity }}{{ end -}}
{{- $account := "" -}}
{{- if not .anonymous }}{{ $account = include "platform-common.v1.fields.serviceAccountName" .context }}{{ end -}}
{{- $token := and (not .anonymous) (or $values.serviceAccount.automount $values.rbac.rules) -}}
{{- with $account -}}
serviceAccountName: {{ quote . }}
{{ end -}}
automountServiceAccountToken: {{ not (empty $token) }}
enableServiceLinks: false
{{- with .restartPolicy }}
restartPolicy: {{ . }}
{{- end }}
terminationGracePeriodSeconds: {{ int $values.terminationGracePeriodSeconds }}
securityContext:
  {{- include "platform-common.v1.fields.podSecurityContext" .context | nindent 2 }}
{{- range $key, $value := dict
  "imagePullSecrets" $values.imagePullSecrets
  "nodeSelector" $values.nodeSelector
  "tolerations" $values.tolerations
  "affinity" $affinity
}}
{{- with $value }}
{{ $key }}:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- with $values.priorityClassName }}
priorityClassName: {{ quote . }}
{{- end }}
{{- if .own }}
{{- with include "platform-common.v1.fields.topologySpread" .context | trim }}
topologySpreadConstraints:
  {{- . | nindent 2 }}
{{- end }}
{{- end }}
{{- with get . "initContainers" | trim }}
initContainers:
  {{- . | nindent 2 }}
{{- end }}
containers:
  {{- trim .containers | nindent 2 }}
{{- with get . "volumes" | trim }}
volumes:
  {{- . | nindent 2 }}
{{- end }}
{{- end -}}

{{/*
Pods are spread over zones and nodes as far as that can be done, and each version by itself:
during an update the pods of the old one do not count. The same for one replica as for many, so
that a scaling does not restart what runs. A DaemonSet has a pod on each node anyway, and a job
mostly one.
Usage: {{ include "platform-common.v1.fields.topologySpread" $context }}
*/}}
{{- define "platform-common.v1.fields.topologySpread" -}}
{{- $context := . -}}
{{- $written := .values.topologySpreadConstraints -}}
{{- $spread := and .values.topologySpread.enabled (has .values.type (list "deployment" "statefulset")) -}}
{{- if eq .values.type "daemonset" }}
{{- else if $written }}
{{- $counted := dict "labelSelector" (dict "matchLabels" (include "platform-common.v1.fields.selector" . | fromYaml)) }}
{{- range $written }}
{{ toYaml (list (hasKey . "labelSelector" | ternary . (merge (deepCopy .) $counted))) }}
{{- end }}
{{- else if $spread }}
{{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
- maxSkew: 1
  topologyKey: {{ . }}
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" $context | nindent 6 }}
  {{- if eq $context.values.type "deployment" }}
  matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}
