{{/*
Network policy of a backing service whose chart is not ours: its callers on its ports, and
its own pods on its ports and its peer ports. What its pods may call stays open.
Usage: {{ include "platform-common.v1.umbrella.policy" (dict "root" . "name" "mysql" "backingService" $backingService) }}
*/}}
{{- define "platform-common.v1.umbrella.policy" -}}
{{- $labels := .backingService.podLabels | default (dict "app.kubernetes.io/name" .name) -}}
{{- $read := dict "ports" .backingService.ports -}}
{{- include "platform-common.v1.values.readPorts" $read -}}
{{- include "platform-common.v1.values.checkPorts" (dict "chart" .root.Chart.Name "path" (printf "backingServices.%s.ports" .name) "ports" $read.list) -}}
{{- $callers := include "platform-common.v1.fields.callerPeers" .backingService.callers | trim -}}
{{- if not $read.list -}}
  {{- fail (printf "%s: values: backingServices.%s.ports is empty; write the ports that its pods open" .root.Chart.Name .name) -}}
{{- end -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .name }}-callers
  namespace: {{ quote .root.Release.Namespace }}
  labels:
    {{- include "platform-common.v1.umbrella.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- toYaml $labels | nindent 6 }}
  policyTypes: [Ingress]
  ingress:
    {{- with $callers }}
    - from:
        {{- . | nindent 8 }}
      ports:
        {{- include "platform-common.v1.fields.policyPorts" $read.list | trim | nindent 8 }}
    {{- end }}
    - from:
        - podSelector:
            matchLabels:
              {{- toYaml $labels | nindent 14 }}
      ports:
        {{- include "platform-common.v1.fields.policyPorts" $read.list | trim | nindent 8 }}
        {{- range .backingService.peerPorts }}
        - { port: {{ int . }}, protocol: TCP }
        {{- end }}
{{- end -}}
