{{/*
The service's network policy: who may call it, and whom it may call. What no rule names is
closed.
Usage: {{ include "platform-common.v1.kinds.networkpolicy" $context }}
*/}}
{{- define "platform-common.v1.kinds.networkpolicy" -}}
{{- if .values.networkPolicy.enabled }}
{{- $hosts := list -}}
{{- range .values.egress -}}
  {{- $hosts = append $hosts (printf "%s:%d" (.host | default "*") (int .port)) -}}
{{- end -}}
{{- $annotations := empty $hosts | ternary dict (dict "chartroom/egress" (join ", " $hosts)) }}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" $annotations) | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  {{- with include "platform-common.v1.fields.ingressRules" . | trim }}
  ingress:
    {{- . | nindent 4 }}
  {{- else }}
  ingress: []
  {{- end }}
  {{- with include "platform-common.v1.fields.egressRules" . | trim }}
  egress:
    {{- . | nindent 4 }}
  {{- else }}
  egress: []
  {{- end }}
{{- end }}
{{- end -}}
