{{/*
Egress of the service's policy: names (DNS), the wiring's dependencies, the other pods of a
StatefulSet, the Kubernetes API for pods with a token, and public addresses for `egress`. A dependency without ports opens nothing: a
rule without ports would open them all.
Usage: {{ include "platform-common.v1.fields.egressRules" $context }}
*/}}
{{- define "platform-common.v1.fields.egressRules" -}}
{{- $context := . -}}
{{- include "platform-common.v1.fields.dnsRule" . }}
{{- range $name, $dependency := .dependencies }}
{{- if .ports }}
- to:
    {{- if not .external }}
    - podSelector:
        matchLabels:
          {{- range $label, $value := .podLabels }}
          {{ quote $label }}: {{ quote $value }}
          {{- end }}
    {{- else if .cidrs }}
    {{- include "platform-common.v1.fields.addressPeers" (dict "context" $context "path" (printf "wiring.dependencies.%s.cidrs" $name) "cidrs" .cidrs) | trim | nindent 4 }}
    {{- else }}
    {{- include "platform-common.v1.fields.anyAddress" . | nindent 4 }}
    {{- end }}
  ports:
    {{- range .ports }}
    - { port: {{ $dependency.external | ternary .port .targetPort }}, protocol: {{ .protocol }} }
    {{- end }}
{{- end }}
{{- end }}
{{- if include "platform-common.v1.fields.hasPeers" . }}
- to:
    - podSelector:
        matchLabels:
          {{- include "platform-common.v1.fields.selector" . | nindent 10 }}
  ports:
    {{- include "platform-common.v1.fields.policyPorts" .ports | trim | nindent 4 }}
{{- end }}
{{- include "platform-common.v1.fields.kubernetesApiRule" . }}
{{- range $index, $way := .values.egress }}
{{- if not $way.port -}}
  {{- fail (printf "%s: values: egress[%d].port is missing; write the port that is opened, such as 443" $context.root.Chart.Name $index) -}}
{{- end }}
{{- end }}
{{- with .values.egress }}
- to:
    {{- include "platform-common.v1.fields.publicAddress" . | nindent 4 }}
  ports:
    {{- range . }}
    - { port: {{ int .port }}, protocol: TCP }
    {{- end }}
{{- end }}
{{- end -}}

{{/*
The rule that lets pods ask for names; nothing where nobody is named to ask.
Usage: {{ include "platform-common.v1.fields.dnsRule" $context }}
*/}}
{{- define "platform-common.v1.fields.dnsRule" -}}
{{- $dns := .values.networkPolicy.dns -}}
{{- with include "platform-common.v1.fields.peers" (dict "context" . "path" "networkPolicy.dns" "peer" $dns) | trim }}
- to:
    {{- . | nindent 4 }}
  ports:
    - { port: {{ int $dns.port }}, protocol: UDP }
    - { port: {{ int $dns.port }}, protocol: TCP }
{{- end }}
{{- end -}}

{{/*
The rule that lets pods with a token reach the Kubernetes API. Its servers are no pods, and a
policy sees their addresses and not the Service's, so they are known by address alone.
Usage: {{ include "platform-common.v1.fields.kubernetesApiRule" $context }}
*/}}
{{- define "platform-common.v1.fields.kubernetesApiRule" -}}
{{- if or .values.serviceAccount.automount .values.rbac.rules }}
{{- $api := .values.networkPolicy.kubernetesApi }}
- to:
    {{- if $api.cidrs }}
    {{- include "platform-common.v1.fields.addressPeers" (dict "context" . "path" "networkPolicy.kubernetesApi.cidrs" "cidrs" $api.cidrs) | trim | nindent 4 }}
    {{- else }}
    {{- include "platform-common.v1.fields.anyAddress" . | nindent 4 }}
    {{- end }}
  ports:
    {{- range $api.ports }}
    - { port: {{ int . }}, protocol: TCP }
    {{- end }}
{{- end }}
{{- end -}}
