{{/*
A PrometheusRule of the Prometheus Operator, where it is switched on. Its groups are written
as Prometheus has them: `{{ $labels.pod }}` in a text reaches Prometheus as it stands, since
values are no templates.
Usage: {{ include "platform-common.v1.kinds.prometheusrule" $context }}
*/}}
{{- define "platform-common.v1.kinds.prometheusrule" -}}
{{- $rule := .values.prometheusRule -}}
{{- if $rule.enabled -}}
{{- if not $rule.groups -}}
  {{- fail (printf "%s: values: prometheusRule.enabled needs rules; write prometheusRule.groups" .root.Chart.Name) -}}
{{- end }}
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict "labels" $rule.labels) | nindent 2 }}
spec:
  groups:
    {{- toYaml $rule.groups | nindent 4 }}
{{- end }}
{{- end -}}
