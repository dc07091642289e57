# The slope of the cost for one of the encoder's biases
#
# Draw estimators.png and estimators.svg again, in this folder:  gnuplot estimators.gnuplot
# It needs estimators.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,380 font 'DejaVu Sans,11'
    set output 'estimators.png'
    call 'estimators.gnuplot' 'page'
    set terminal svg noenhanced size 800,380 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'estimators.svg'
    call 'estimators.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'The slope of the cost for one of the encoder'."'".'s biases' font ',14'

# Panel 1: 1500 single draws of each
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.894736842
set title '1500 single draws of each' font ',13' textcolor rgb '#333333'
set xlabel 'estimated slope, nats' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-689.723503:732.831222]
set yrange [1.99522794e-05:0.0714432394]
set logscale y
set xtics 500 format '%.0f'
set ytics ('' 2e-05 1, '' 3e-05 1, '' 4e-05 1, '' 5e-05 1, '' 6e-05 1, '' 7e-05 1, '' 8e-05 1, '' 9e-05 1, '10⁻⁴' 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '10⁻³' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '10⁻²' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1)
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'estimators.dat' index 0 using 1:2:(21.5538595) with boxes fillcolor rgb '#8c0072b2' title 'reparameterised', \
    'estimators.dat' index 0 using 1:2 with histeps linewidth 1.4 linecolor rgb '#0072b2' notitle, \
    'estimators.dat' index 1 using 1:2:(21.5538595) with boxes fillcolor rgb '#8cd55e00' title 'score function', \
    'estimators.dat' index 1 using 1:2 with histeps linewidth 1.4 linecolor rgb '#d55e00' notitle

# Panel 2: Error of a mean of draws
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.894736842
set title 'Error of a mean of draws' font ',13' textcolor rgb '#333333'
set xlabel 'draws' textcolor rgb '#333333'
set ylabel 'standard error, nats' textcolor rgb '#333333'
set xrange [1:512]
set yrange [0.118176547:333.564725]
set logscale x
set logscale y
set xtics ('1' 1, '' 2 1, '' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '' 20 1, '' 30 1, '' 40 1, '' 50 1, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '' 200 1, '' 300 1, '' 400 1, '' 500 1)
set ytics ('' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1, '' 2 1, '' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '' 20 1, '' 30 1, '' 40 1, '' 50 1, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '' 200 1, '' 300 1)
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'estimators.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'score function', \
    'estimators.dat' index 3 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'reparameterised'
unset multiplot
