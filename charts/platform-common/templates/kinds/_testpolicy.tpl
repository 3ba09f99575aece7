{{/*
The network policy of the test's pod: it may ask for names and call the service, nothing else.
Usage: {{ include "platform-common.v1.kinds.testpolicy" $context }}
*/}}
{{- define "platform-common.v1.kinds.testpolicy" -}}
{{- if and .values.networkPolicy.enabled .values.test.enabled }}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" (printf "%s-test" .name) "annotations" dict) | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: {{ .name }}.test
  policyTypes: [Ingress, Egress]
  ingress: []
  {{- with list
    (include "platform-common.v1.fields.dnsRule" . | trim)
    (include "platform-common.v1.fields.ownRule" . | trim)
    | compact
  }}
  egress:
    {{- join "\n" . | nindent 4 }}
  {{- else }}
  egress: []
  {{- end }}
{{- end }}
{{- end -}}
