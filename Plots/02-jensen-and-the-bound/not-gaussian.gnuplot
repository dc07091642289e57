# The posterior of a decoder that squares
#
# Draw not-gaussian.png and not-gaussian.svg again, in this folder:  gnuplot not-gaussian.gnuplot
# It needs not-gaussian.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,720 font 'DejaVu Sans,11'
    set output 'not-gaussian.png'
    call 'not-gaussian.gnuplot' 'page'
    set terminal svg noenhanced size 800,720 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'not-gaussian.svg'
    call 'not-gaussian.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'The posterior of a decoder that squares' font ',14'

# Panel 1: x = 0, gap 0.033 nats
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.472222222
set size 0.5,0.472222222
set title 'x = 0, gap 0.033 nats' font ',13' textcolor rgb '#333333'
set xlabel 'z' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-2.5:2.5]
set yrange [0:2.3]
set xtics 2 format '%.0f'
set ytics 0.5 format '%.1f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'not-gaussian.dat' index 0 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p(z|x)', \
    'not-gaussian.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'best q'

# Panel 2: x = 0.75, gap 0.29 nats
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0.472222222
set size 0.5,0.472222222
set title 'x = 0.75, gap 0.29 nats' font ',13' textcolor rgb '#333333'
set xlabel 'z' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-2.5:2.5]
set yrange [0:2.3]
set xtics 2 format '%.0f'
set ytics 0.5 format '%.1f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'not-gaussian.dat' index 2 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p(z|x)', \
    'not-gaussian.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'best q'

# Panel 3: x = 2, gap 0.71 nats
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.472222222
set title 'x = 2, gap 0.71 nats' font ',13' textcolor rgb '#333333'
set xlabel 'z' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-2.5:2.5]
set yrange [0:2.3]
set xtics 2 format '%.0f'
set ytics 0.5 format '%.1f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'not-gaussian.dat' index 4 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p(z|x)', \
    'not-gaussian.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'best q'

# Panel 4: What the best Gaussian leaves
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.472222222
set title 'What the best Gaussian leaves' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'log p(x) − bound, nats' textcolor rgb '#333333'
set xrange [-1:4]
set yrange [0:0.797836456]
set arrow from graph 0, first 0.693147181 to graph 1, first 0.693147181 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#d55e00'
set label 'log 2' at graph 0.8880, graph 0.8262 left font ',9' textcolor rgb '#333333' front
set xtics 2 format '%.0f'
set ytics 0.2 format '%.1f'
unset key
plot \
    'not-gaussian.dat' index 6 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle
unset multiplot
