{{/*
The network policy of the pods of all hooks: nobody may call them, and they may call whom the
service may, and the service. It is a hook itself and goes before them, since in a namespace
that is closed by default they would reach nothing.
Usage: {{ include "platform-common.v1.kinds.hookpolicy" $context }}
*/}}
{{- define "platform-common.v1.kinds.hookpolicy" -}}
{{- include "platform-common.v1.fields.readHooks" . -}}
{{- if and .values.networkPolicy.enabled .hooks.jobs }}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict
    "context" .
    "name" (printf "%s-hooks" .name)
    "annotations" (include "platform-common.v1.fields.hookAnnotations" (dict "events" .hooks.events "weight" .hooks.weight) | fromYaml)
  ) | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      chartroom/calls-as: {{ quote .name }}
  policyTypes: [Ingress, Egress]
  ingress: []
  {{- with list
    (include "platform-common.v1.fields.egressRules" . | trim)
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

{{/*
The rule that lets pods call the service itself; nothing for a worker, which has no port.
Usage: {{ include "platform-common.v1.fields.ownRule" $context }}
*/}}
{{- define "platform-common.v1.fields.ownRule" -}}
{{- if .ports }}
- to:
    - podSelector:
        matchLabels:
          {{- include "platform-common.v1.fields.selector" . | nindent 10 }}
  ports:
    {{- include "platform-common.v1.fields.policyPorts" .ports | trim | nindent 4 }}
{{- end }}
{{- end -}}
