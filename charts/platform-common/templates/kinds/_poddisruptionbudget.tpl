{{/*
The PodDisruptionBudget, where at least two pods always run: with one it would stop every
drain of a node. A pod of a Deployment that is unwell may always be evicted, or a broken
version would hold up its node; one of a StatefulSet may be restoring its data, and is left to
Kubernetes' own rule.
Usage: {{ include "platform-common.v1.kinds.poddisruptionbudget" $context }}
*/}}
{{- define "platform-common.v1.kinds.poddisruptionbudget" -}}
{{- $budget := .values.podDisruptionBudget -}}
{{- $pods := include "platform-common.v1.fields.leastReplicas" . | int -}}
{{- $scales := has .values.type (list "deployment" "statefulset") -}}
{{- $key := $budget.minAvailable | toString | empty | ternary "maxUnavailable" "minAvailable" -}}
{{- $value := get $budget $key -}}
{{- if and $budget.enabled $scales (ne (toString $value) "") }}
{{- $check := dict "context" . "key" $key "value" $value "pods" $pods -}}
{{- include "platform-common.v1.fields.checkBudget" $check -}}
{{- if ge $pods 2 }}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  {{ $key }}: {{ toJson $value }}
  selector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
  {{- if eq .values.type "deployment" }}
  unhealthyPodEvictionPolicy: AlwaysAllow
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
Stops at a text that is no part of all pods, and at a budget under which no pod may ever go. Of a
part Kubernetes rounds up both how many must stay and how many may go (`GetScaledValueFromIntOrPercent`
in its disruption controller), so that 51% of two must stay are both.
Usage: {{ include "platform-common.v1.fields.checkBudget" (dict "context" $context "key" "minAvailable" "value" "51%" "pods" 2) }}
*/}}
{{- define "platform-common.v1.fields.checkBudget" -}}
{{- $where := printf "%s: values: podDisruptionBudget.%s" .context.root.Chart.Name .key -}}
{{- $isPart := kindIs "string" .value -}}
{{- $number := trimSuffix "%" (toString .value) | int -}}
{{- if and $isPart (not (regexMatch "^(100|[1-9]?[0-9])%$" .value)) -}}
  {{- fail (printf "%s is %q; write how many pods as a number, or a part of them such as \"25%%\"" $where .value) -}}
{{- else if ge .pods 2 -}}
  {{- $stay := $isPart | ternary (div (add (mul $number .pods) 99) 100) $number | int -}}
  {{- if or (and (eq .key "minAvailable") (ge $stay .pods)) (and (eq .key "maxUnavailable") (eq $number 0)) -}}
    {{- fail (printf "%s %v lets none of %d pods go, so that no node could be drained; let one go, or write podDisruptionBudget.enabled: false" $where .value .pods) -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
How many pods there are at least, as far as this chart decides it.
Usage: {{ include "platform-common.v1.fields.leastReplicas" $context | int }}
*/}}
{{- define "platform-common.v1.fields.leastReplicas" -}}
{{- .values.autoscaling.enabled | ternary .values.autoscaling.minReplicas .values.replicas | int -}}
{{- end -}}
