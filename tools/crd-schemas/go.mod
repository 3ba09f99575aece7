module github.com/chartroom/chartroom/tools/crd-schemas

go 1.26.0

require (
	github.com/argoproj/argo-cd/v3 v3.2.1
	github.com/cert-manager/cert-manager v1.19.2
	github.com/cloudnative-pg/cloudnative-pg v1.27.1
	github.com/external-secrets/external-secrets v1.3.2
	github.com/prometheus-operator/prometheus-operator v0.85.0
	github.com/rabbitmq/cluster-operator/v2 v2.12.1
	sigs.k8s.io/gateway-api v1.4.1
)
