{{/*
The service's network policy: who may call it, and whom it may call. What no rule names is
closed. Without `wiring.callers` (a service installed alone) its own namespace may call it.
Usage: {{ include "platform-common.v1.kinds.networkpolicy" $context }}
*/}}
{{- define "platform-common.v1.kinds.networkpolicy" -}}
{{- if .values.networkPolicy.enabled }}
{{- $hosts := list -}}
{{- range .values.egress -}}
  {{- $hosts = append $hosts (printf "%s:%d" .host (int .port)) -}}
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
  egress:
    {{- include "platform-common.v1.fields.egressRules" . | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/*
Ingress: the callers, on the ports of the pods.
Usage: {{ include "platform-common.v1.fields.ingressRules" $context }}
*/}}
{{- define "platform-common.v1.fields.ingressRules" -}}
{{- $wired := hasKey .values.wiring "callers" -}}
{{- $callers := include "platform-common.v1.fields.callerPeers" .values.wiring.callers | trim -}}
{{- if and .ports (or $callers (not $wired)) }}
- from:
    {{- if $wired }}
    {{- $callers | nindent 4 }}
    {{- else }}
    - podSelector: {}
    {{- end }}
  ports:
    {{- include "platform-common.v1.fields.policyPorts" .ports | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/*
Egress: names (DNS), the wiring's dependencies, and public addresses for `egress`. A
dependency without ports opens nothing: a rule without ports would open them all.
Usage: {{ include "platform-common.v1.fields.egressRules" $context }}
*/}}
{{- define "platform-common.v1.fields.egressRules" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: kube-system
  ports:
    - { port: 53, protocol: UDP }
    - { port: 53, protocol: TCP }
{{- range $dependency := .dependencies }}
{{- if .ports }}
- to:
    {{- if .external }}
    {{- range .cidrs | default (list "0.0.0.0/0") }}
    - ipBlock:
        cidr: {{ quote . }}
    {{- end }}
    {{- else }}
    - podSelector:
        matchLabels:
          {{- toYaml .podLabels | nindent 10 }}
    {{- end }}
  ports:
    {{- range .ports }}
    - { port: {{ $dependency.external | ternary .port .targetPort }}, protocol: {{ .protocol }} }
    {{- end }}
{{- end }}
{{- end }}
{{- with .values.egress }}
- to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except:
          {{- list "10.0.0.0/8" "100.64.0.0/10" "127.0.0.0/8" "169.254.0.0/16" "172.16.0.0/12" "192.168.0.0/16" | toYaml | nindent 10 }}
  ports:
    {{- range . }}
    - { port: {{ int .port }}, protocol: TCP }
    {{- end }}
{{- end }}
{{- end -}}

{{/*
Peers of the callers that are switched on, by name.
Usage: {{ include "platform-common.v1.fields.callerPeers" $callers }}
*/}}
{{- define "platform-common.v1.fields.callerPeers" -}}
{{- range $caller, $admitted := . }}
{{- if $admitted }}
- podSelector:
    matchLabels:
      app.kubernetes.io/name: {{ quote $caller }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
Ports of a policy: those that the pods open, since a policy does not know Services.
Usage: {{ include "platform-common.v1.fields.policyPorts" $ports }}
*/}}
{{- define "platform-common.v1.fields.policyPorts" -}}
{{- range . }}
- { port: {{ .targetPort }}, protocol: {{ .protocol }} }
{{- end }}
{{- end -}}
