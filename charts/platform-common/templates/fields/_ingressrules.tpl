{{/*
Ingress of the service's policy, on the ports of the pods: the callers, the other pods of a
StatefulSet, the service's own tests and hooks, the ingress controller where there are host
names, monitoring where it scrapes, and everybody for a Service that is open to the outside:
which addresses call it there is not known. Without `wiring.callers` (a service installed
alone) its own namespace may call it.
Usage: {{ include "platform-common.v1.fields.ingressRules" $context }}
*/}}
{{- define "platform-common.v1.fields.ingressRules" -}}
{{- $policy := .values.networkPolicy -}}
{{- with and .ports (include "platform-common.v1.fields.servicePeers" . | trim) }}
- from:
    {{- . | nindent 4 }}
  ports:
    {{- include "platform-common.v1.fields.policyPorts" $.ports | trim | nindent 4 }}
{{- end }}
{{- if hasKey .values.wiring "callers" }}
{{- with and .ports (include "platform-common.v1.fields.ownPeers" . | trim) }}
- from:
    {{- . | nindent 4 }}
  ports:
    {{- include "platform-common.v1.fields.policyPorts" $.ports | trim | nindent 4 }}
{{- end }}
{{- end }}
{{- if .hosts }}
{{- include "platform-common.v1.fields.readRoutedPorts" . -}}
{{- with include "platform-common.v1.fields.peers" (dict "context" . "path" "networkPolicy.ingressController" "peer" $policy.ingressController) | trim }}
- from:
    {{- . | nindent 4 }}
  ports:
    {{- include "platform-common.v1.fields.policyPorts" $.routedPorts | trim | nindent 4 }}
{{- end }}
{{- end }}
{{- if .values.serviceMonitor.enabled }}
{{- $choice := dict "context" . -}}
{{- include "platform-common.v1.fields.scrapedPort" $choice -}}
{{- with include "platform-common.v1.fields.peers" (dict "context" . "path" "networkPolicy.monitoring" "peer" $policy.monitoring) | trim }}
- from:
    {{- . | nindent 4 }}
  ports:
    {{- include "platform-common.v1.fields.policyPorts" (list $choice.port) | trim | nindent 4 }}
{{- end }}
{{- end }}
{{- if and .ports (ne .values.service.type "ClusterIP") }}
- from:
    {{- include "platform-common.v1.fields.anyAddress" . | nindent 4 }}
  ports:
    {{- include "platform-common.v1.fields.policyPorts" .ports | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/*
Peers that may call every port: the callers, and the service's own pods where they form a
group; or all of the namespace where nobody says who calls it.
Usage: {{ include "platform-common.v1.fields.servicePeers" $context }}
*/}}
{{- define "platform-common.v1.fields.servicePeers" -}}
{{- if hasKey .values.wiring "callers" }}
{{- include "platform-common.v1.fields.callerPeers" .values.wiring.callers }}
{{- if include "platform-common.v1.fields.hasPeers" . }}
- podSelector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
{{- end }}
{{- else }}
- podSelector: {}
{{- end }}
{{- end -}}

{{/*
"true" where the service's pods call each other: those of a StatefulSet with several.
Usage: {{ if include "platform-common.v1.fields.hasPeers" $context }}
*/}}
{{- define "platform-common.v1.fields.hasPeers" -}}
{{- $several := or .values.autoscaling.enabled (gt (int .values.replicas) 1) -}}
{{- if and .ports $several (eq .values.type "statefulset") -}}true{{- end -}}
{{- end -}}
