{{/*
The claim of a Deployment that keeps data. Helm leaves it when the release is uninstalled or
`persistence` is switched off, as Kubernetes leaves the claims of a StatefulSet: data goes only
when a person deletes the claim. Installed again under the same release, it is found again.
Usage: {{ include "platform-common.v1.kinds.persistentvolumeclaim" $context }}
*/}}
{{- define "platform-common.v1.kinds.persistentvolumeclaim" -}}
{{- $persistence := .values.persistence -}}
{{- if $persistence.enabled }}
{{- include "platform-common.v1.fields.checkPersistence" . }}
{{- if and (eq .values.type "deployment") (not $persistence.existingClaim) }}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" (dict "helm.sh/resource-policy" "keep")) | nindent 2 }}
spec:
  {{- include "platform-common.v1.fields.claimSpec" . | nindent 2 }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
The spec of a claim, here and in a StatefulSet.
Usage: {{ include "platform-common.v1.fields.claimSpec" $context }}
*/}}
{{- define "platform-common.v1.fields.claimSpec" -}}
{{- with .values.persistence -}}
accessModes: [{{ .accessMode }}]
{{- with .storageClassName }}
storageClassName: {{ quote . }}
{{- end }}
resources:
  requests:
    storage: {{ quote .size }}
{{- end }}
{{- end -}}

{{/*
Stops where data cannot be kept as it was asked.
Usage: {{ include "platform-common.v1.fields.checkPersistence" $context }}
*/}}
{{- define "platform-common.v1.fields.checkPersistence" -}}
{{- $chart := .root.Chart.Name -}}
{{- $persistence := .values.persistence -}}
{{- $pods := .values.autoscaling.enabled | ternary .values.autoscaling.maxReplicas .values.replicas | int -}}
{{- if and (eq $persistence.accessMode "ReadOnlyMany") (not $persistence.existingClaim) (has .values.type (list "statefulset" "deployment")) -}}
  {{- $way := eq .values.type "deployment" | ternary "persistence.existingClaim, which has the data" "accessMode: ReadWriteOnce" -}}
  {{- fail (printf "%s: values: persistence.accessMode ReadOnlyMany makes a new claim that nobody could ever write to; write %s, or another access mode" $chart $way) -}}
{{- end -}}
{{- if eq .values.type "statefulset" -}}
  {{- if $persistence.existingClaim -}}
    {{- fail (printf "%s: values: persistence.existingClaim is not for type statefulset, whose pods have a claim each, data-%s-0 and so on; write type: deployment, or remove it" $chart .name) -}}
  {{- end -}}
{{- else if ne .values.type "deployment" -}}
  {{- fail (printf "%s: values: persistence.enabled is for type statefulset or deployment, not %s; write a claim that exists in volumes and volumeMounts" $chart .values.type) -}}
{{- else if and (gt $pods 1) (hasPrefix "ReadWriteOnce" $persistence.accessMode) -}}
  {{- fail (printf "%s: values: persistence gives one claim to up to %d pods, and accessMode %s only one node; write type: statefulset for a claim each, or accessMode: ReadWriteMany" $chart $pods $persistence.accessMode) -}}
{{- end -}}
{{- end -}}
